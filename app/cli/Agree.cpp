// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/SignIn.h"
#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"
#include "core/agreement/ReadResamples.h"
#include "core/base/AtomicFile.h"
#include "ui/report/OffscreenApplication.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementTable.h"
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
    std::vector<std::string> compared{"no_ivg", "ivg"};
    std::string pairedIndices;
    bool synthetic = false;
    std::string report;
    std::string csv;
    bool json = false;
};

/// One table to be reported on, and what its study says of itself.
struct RatedStudy {
    std::string name;
    RatingTable table;
    CategoryBounds bounds;
    bool synthetic = false;
};

// ---- input

Status addAll(RatingTable& to, const RatingTable& from) {
    for (const auto& [key, rating] : from.ratings())
        if (auto added = to.add(key, rating); !added) return added;
    return {};
}

/// Each file is a study of its own, named after the file, unless they are to be taken together. A file that
/// cannot be read is told and left out.
std::vector<RatedStudy> studiesOfFiles(const AgreeOptions& options, Console& console) {
    std::vector<RatedStudy> studies;
    for (const std::string& name : options.ratings) {
        const auto path = pathFromUtf8(name);
        auto table = readRatingsCsv(path);
        if (!table) {
            console.failed(table.error(), options.json);
        } else if (options.together.empty() || studies.empty()) {
            const auto study = options.together.empty() ? toUtf8(path.stem()) : options.together;
            studies.push_back({study, std::move(*table), {}, options.synthetic});
        } else if (auto added = addAll(studies.front().table, *table); !added) {
            console.failed({added.error().code, added.error().detail, path}, options.json);
        }
    }
    return studies;
}

Result<RatedStudy> studyOfDatabase(const AgreeOptions& options) {
    OpenOptions open;
    open.access = StudyAccess::ReadOnly;
    auto store = StudyStore::open(pathFromUtf8(options.study), open);
    if (!store) return failure(store.error());
    const auto person = actingPerson(*store, options.person);
    if (!person) return failure(person.error());
    auto session = store->openCoordinatorSession(
        {*person, passwordFromStdin(options.passwordFromStdin).value_or(std::string())});
    if (!session) return failure(session.error());
    const auto rows = session->ratings();
    if (!rows) return failure(rows.error());
    auto table = makeRatingTable(*rows);
    if (!table) return failure(table.error());
    const StudySettings& settings = store->study().settings;
    return RatedStudy{settings.name, std::move(*table), settings.bounds,
                      settings.isSynthetic || options.synthetic};
}

// ---- output

/// Under a row of headings, each column as wide as its widest cell.
void printTable(const AgreementTable& table, Console& console) {
    std::vector<QStringList> rows{{}};
    for (const QString& column : table.columns)
        rows.front() << QString(column).replace('\n', ' ');
    rows.insert(rows.end(), table.rows.begin(), table.rows.end());
    std::vector<qsizetype> widths(static_cast<std::size_t>(table.columns.size()));
    for (const QStringList& row : rows)
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[static_cast<qsizetype>(i)].size());
    for (const QStringList& row : rows) {
        QString line = row.front().leftJustified(widths.front());
        for (std::size_t i = 1; i < widths.size(); ++i)
            line += QStringLiteral("  ") + row[static_cast<qsizetype>(i)].rightJustified(widths[i]);
        console.print("  " + line.toStdString());
    }
    for (const QString& note : table.footnotes)
        console.print("  n.d.: " + note.toStdString());
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

void printReport(const AgreementReport& report, Console& console) {
    for (const ConditionAgreement& condition : report.conditions) {
        const auto& pairs = condition.units.front().pairs;
        if (pairs.empty())
            console.print(report.study + ", " + condition.condition + ": fewer than two readers");
        for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
            console.print(report.study + ", " + condition.condition + ": " + pairs[pair].firstRater +
                          " and " + pairs[pair].secondRater + ", " + std::to_string(condition.images) +
                          " images read" + (report.synthetic ? " (synthetic)" : ""));
            printTable(agreementTable(condition, pair), console);
        }
    }
    printComparison(report, console);
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

/// What to compute, as far as it is the same for every study. The fixed resamples, if any, are shared by the
/// copies.
Result<AgreementOptions> agreementOptions(const AgreeOptions& options) {
    AgreementOptions agreement;
    agreement.comparedConditions = {options.compared.front(), options.compared.back()};
    if (options.pairedIndices.empty()) return agreement;
    auto sets = readResampleFolder(pathFromUtf8(options.pairedIndices));
    if (!sets) return failure(sets.error());
    agreement.bootstrap.regressionBca = true;
    agreement.resamples = [shared = std::make_shared<const std::map<std::size_t, Resamples>>(
                               std::move(*sets))](std::size_t images) -> std::optional<Resamples> {
        const auto found = shared->find(images);
        return found == shared->end() ? std::nullopt : std::optional(found->second);
    };
    return agreement;
}

void agree(const AgreeOptions& options, Console& console) {
    if (options.ratings.empty() == options.study.empty())
        return console.wrongUsage("give either --ratings or --study");
    auto agreement = agreementOptions(options);
    if (!agreement) return console.failed(agreement.error(), options.json);
    std::vector<RatedStudy> studies;
    if (options.study.empty()) {
        studies = studiesOfFiles(options, console);
    } else {
        auto study = studyOfDatabase(options);
        if (!study) return console.failed(study.error(), options.json);
        studies.push_back(std::move(*study));
    }
    std::vector<AgreementReport> reports;
    for (const RatedStudy& study : studies) {
        if (console.isStopped()) return;
        agreement->study = study.name;
        agreement->bounds = study.bounds;
        agreement->synthetic = study.synthetic;
        reports.push_back(makeAgreementReport(study.table, *agreement));
        if (options.json)
            console.print(agreementToJson(reports.back()));
        else
            printReport(reports.back(), console);
    }
    if (!reports.empty()) writeFiles(reports, options, console);
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
        ->add_option("--compare", options->compared,
                     "The two conditions that are compared on the same images")
        ->expected(2)
        ->capture_default_str();
    command->add_option("--paired-indices", options->pairedIndices,
                        "Folder of fixed resamples, boot_indices_*.csv, instead of drawn ones");
    command->add_flag("--synthetic", options->synthetic,
                      "Say in every output that the readings are simulated");
    command->add_option("--report", options->report, "Write a PDF, a page for each pair of readers");
    command->add_option("--csv", options->csv, "Write every statistic as tidy CSV");
    command->add_flag("--json", options->json, "Every statistic as one JSON object a study on stdout");
    whenChosen(command, chosen, [options](Console& console) { agree(*options, console); });
}

} // namespace vertescore::cli
