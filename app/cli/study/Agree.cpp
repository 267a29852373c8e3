// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/Counted.h"
#include "app/cli/study/SignIn.h"
#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"
#include "core/agreement/resampling/ReadResamples.h"
#include "core/agreement/scripts/RecomputeFiles.h"
#include "core/base/AtomicFile.h"
#include "core/exchange/StudyAgreement.h"
#include "ui/report/OffscreenApplication.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/appendix/AppendixTables.h"
#include "ui/report/comparison/ComparisonTable.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

namespace vertescore::cli {
namespace {

struct AgreeOptions {
    std::vector<std::string> ratings;
    std::string study;
    std::string person;
    bool passwordFromStdin = false;
    std::string together;
    std::vector<std::string> compared;
    std::string pairedIndices;
    bool synthetic = false;
    bool appendix = false;
    std::string report;
    std::string csv;
    std::string scripts;
    bool json = false;
};

// ---- input

Status addAll(RatingTable& to, const RatingTable& from) {
    for (const auto& [key, rating] : from.ratings())
        if (auto added = to.add(key, rating); !added) return added;
    return {};
}

/// Each file is a study of its own, named after the file, unless they are to be taken together. A file that
/// cannot be read is told and left out.
std::vector<StudyAgreement> studiesOfFiles(const AgreeOptions& options, Console& console) {
    std::vector<StudyAgreement> studies;
    for (const std::string& name : options.ratings) {
        const auto path = pathFromUtf8(name);
        auto table = readRatingsCsv(path);
        if (!table) {
            console.failed(table.error(), options.json);
        } else if (options.together.empty() || studies.empty()) {
            StudyAgreement& study = studies.emplace_back();
            study.options.study = options.together.empty() ? toUtf8(path.stem()) : options.together;
            study.table = std::move(*table);
        } else if (auto added = addAll(studies.front().table, *table); !added) {
            console.failed({added.error().code, added.error().detail, path}, options.json);
        }
    }
    return studies;
}

Result<StudyAgreement> studyOfDatabase(const AgreeOptions& options) {
    OpenOptions open;
    open.access = StudyAccess::ReadOnly;
    auto store = StudyStore::open(pathFromUtf8(options.study), open);
    if (!store) return failure(store.error());
    const auto signIn = actingSignIn(*store, options.person, options.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    auto session = store->openCoordinatorSession(*signIn);
    if (!session) return failure(session.error());
    return studyAgreement(*session, store->study());
}

// ---- output

/// Under a row of headings, each column as wide as its widest cell; lines over rows stand alone.
void printTable(const AgreementTable& table, Console& console) {
    std::vector<QStringList> rows{{}};
    for (const QString& column : table.columns)
        rows.front() << QString(column).replace('\n', ' ');
    rows.insert(rows.end(), table.rows.begin(), table.rows.end());
    std::vector<qsizetype> widths(static_cast<std::size_t>(table.columns.size()));
    for (const QStringList& row : rows)
        for (std::size_t i = 0; i < widths.size() && !isGroupRow(row); ++i)
            widths[i] = std::max(widths[i], row[static_cast<qsizetype>(i)].size());
    for (const QStringList& row : rows) {
        QString line = row.front().leftJustified(widths.front());
        for (std::size_t i = 1; i < widths.size() && !isGroupRow(row); ++i)
            line += QStringLiteral("  ") + row[static_cast<qsizetype>(i)].rightJustified(widths[i]);
        console.print("  " + line.toStdString());
    }
    for (const QString& note : table.footnotes)
        console.print("  n.d.: " + note.toStdString());
}

/// Without --appendix what the tables of the pairs do not say and most studies are made for.
bool isPrinted(AppendixPart part, const AgreeOptions& options) {
    return options.appendix || part == AppendixPart::AllReaders || part == AppendixPart::Repeats ||
           part == AppendixPart::Consensus;
}

void printAppendix(const AgreementReport& report, const AgreeOptions& options, Console& console) {
    for (const AppendixTable& table : appendixTables(report)) {
        if (!isPrinted(table.part, options)) continue;
        console.print(report.study + ", " + table.title.toStdString());
        printTable(table.table, console);
        console.print("  " + table.note.toStdString());
    }
}

void printComparison(const AgreementReport& report, Console& console) {
    for (const std::string& readers : comparedReaders(report)) {
        console.print(report.study + ", " + report.withCondition + " compared with " +
                      report.withoutCondition + ": " + readers);
        for (const ComparedStatistic statistic :
             {ComparedStatistic::Pearson, ComparedStatistic::LinearKappa, ComparedStatistic::Icc21})
            printTable(comparisonTable(report, readers, statistic), console);
    }
}

void printReport(const AgreementReport& report, const AgreeOptions& options, Console& console) {
    for (const ConditionAgreement& condition : report.conditions) {
        const auto& pairs = condition.units.front().pairs;
        if (pairs.empty())
            console.print(report.study + ", " + condition.condition + ": fewer than two readers");
        for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
            console.print(report.study + ", " + condition.condition + ": " + pairs[pair].firstRater +
                          " and " + pairs[pair].secondRater + ", " +
                          counted(condition.images, "image", "images") + " read" +
                          (report.synthetic ? " (synthetic)" : ""));
            printTable(agreementTable(condition, pair), console);
        }
    }
    printComparison(report, console);
    printAppendix(report, options, console);
    console.print("For research use only. Not for diagnosis.");
}

QString todayUtc() {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::chrono::year_month_day date(day);
    return QStringLiteral("%1-%2-%3")
        .arg(static_cast<int>(date.year()), 4, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
}

void writeFiles(const std::vector<AgreementReport>& reports, const AgreeOptions& options, Console& console) {
    if (!options.csv.empty()) {
        const auto path = pathFromUtf8(options.csv);
        if (auto written = writeFileAtomically(path, agreementToCsv(reports)); !written)
            console.failed(written.error(), options.json);
        else
            console.note("wrote " + toUtf8(path));
    }
    if (options.report.empty()) return;
    const OffscreenApplication application;
    const auto path = pathFromUtf8(options.report);
    if (auto written = saveAgreementPdf(path, reports, {todayUtc()}); !written)
        console.failed(written.error(), options.json);
    else
        console.note("wrote " + toUtf8(path));
}

// ---- the work

/// The fixed resamples of --paired-indices; nothing without it. Shared by the copies.
Result<ResampleSource> fixedResamples(const AgreeOptions& options) {
    if (options.pairedIndices.empty()) return ResampleSource{};
    auto sets = readResampleFolder(pathFromUtf8(options.pairedIndices));
    if (!sets) return failure(sets.error());
    return ResampleSource([shared = std::make_shared<const std::map<std::size_t, Resamples>>(
                               std::move(*sets))](std::size_t images) -> const Resamples* {
        const auto found = shared->find(images);
        return found == shared->end() ? nullptr : &found->second;
    });
}

/// What the command line says beside what the study says of itself.
void applyOptions(StudyAgreement& study, const AgreeOptions& options, const ResampleSource& resamples) {
    study.options.synthetic |= options.synthetic;
    if (!options.compared.empty())
        study.options.comparedConditions = {options.compared.front(), options.compared.back()};
    if (!resamples) return;
    study.options.resamples = resamples;
    study.options.bootstrap.regressionBca = true;
}

Result<std::vector<StudyAgreement>> readStudies(const AgreeOptions& options, Console& console) {
    if (options.study.empty()) return studiesOfFiles(options, console);
    auto study = studyOfDatabase(options);
    if (!study) return failure(study.error());
    return std::vector<StudyAgreement>{std::move(*study)};
}

void writeScripts(const StudyAgreement& study, const AgreementReport& report, const AgreeOptions& options,
                  Console& console) {
    const auto folder = pathFromUtf8(options.scripts);
    if (auto written = writeRecomputeFiles(folder, study.table, report); !written)
        console.failed(written.error(), options.json);
    else
        console.note("wrote " + toUtf8(folder) + ": ratings.csv, agreement.csv, recompute.py, recompute.R");
}

void agree(const AgreeOptions& options, Console& console) {
    if (options.ratings.empty() == options.study.empty())
        return console.wrongUsage("give either --ratings or --study");
    if (!options.scripts.empty() && options.ratings.size() > 1 && options.together.empty())
        return console.wrongUsage("--scripts takes one study: give one --ratings, or --together NAME");
    const auto resamples = fixedResamples(options);
    if (!resamples) return console.failed(resamples.error(), options.json);
    auto studies = readStudies(options, console);
    if (!studies) return console.failed(studies.error(), options.json);
    std::vector<AgreementReport> reports;
    for (StudyAgreement& study : *studies) {
        if (console.isStopped()) return;
        applyOptions(study, options, *resamples);
        auto report = makeAgreementReport(study.table, study.options, console.stopToken());
        if (!report) return;
        reports.push_back(*std::move(report));
        if (options.json)
            console.print(agreementToJson(reports.back()));
        else
            printReport(reports.back(), options, console);
    }
    if (reports.empty()) return;
    writeFiles(reports, options, console);
    if (!options.scripts.empty()) writeScripts(studies->front(), reports.front(), options, console);
}

} // namespace

void addAgreeCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<AgreeOptions>();
    CLI::App* command = program.add_subcommand("agree", "How well readers agree, from ratings or a study");
    CLI::Option* ratings = command->add_option(
        "--ratings", options->ratings, "Ratings CSV; given several times, each file is a study of its own");
    command->add_option("--study", options->study, "A study file; its submitted readings")->excludes(ratings);
    command->add_option("--together", options->together, "Take all ratings files as one study of this name")
        ->needs(ratings);
    command->add_option("--as", options->person, "Coordinator of the study (the first one)");
    command->add_flag("--password-stdin", options->passwordFromStdin,
                      "That person's password is the first line of standard input");
    command
        ->add_option(
            "--compare", options->compared,
            "The two conditions that are compared on the same images (no_ivg ivg; of a study its first arm "
            "without guides and its first with)")
        ->expected(2);
    command->add_option("--paired-indices", options->pairedIndices,
                        "Folder of fixed resamples, boot_indices_*.csv, instead of drawn ones");
    command->add_flag("--synthetic", options->synthetic,
                      "Say in every output that the readings are simulated");
    command->add_flag("--appendix", options->appendix, "Print every table, not those in front alone");
    command->add_option(
        "--report", options->report,
        "Write a PDF: a page in front, a page for each pair of readers, an appendix with everything");
    command->add_option("--csv", options->csv, "Write every statistic as tidy CSV");
    command->add_option(
        "--scripts", options->scripts,
        "Write a folder in which others recompute the numbers: the readings, the report's numbers, and "
        "a script each for Python and R");
    command->add_flag("--json", options->json, "Every statistic as one JSON object a study on stdout");
    whenChosen(command, chosen, [options](Console& console) { agree(*options, console); });
}

} // namespace vertescore::cli
