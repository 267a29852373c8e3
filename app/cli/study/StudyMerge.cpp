// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Counted.h"
#include "app/cli/study/StudyCommands.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct MergeOptions {
    CoordinatorOptions common;
    std::vector<std::string> others;
    bool isTrial = false;
};

/// What became of it, beside the sentence on its kind.
std::string detailOf(const MergeConflict& conflict) {
    switch (conflict.kind) {
    case MergeConflictKind::ReadTwice:
        return "kept as " + conflict.other + ", " + conflict.pass.arm + " session " +
               std::to_string(conflict.pass.session);
    case MergeConflictKind::LandmarksTwice:
        return conflict.isNewerHere ? "those here were saved last" : "those there were saved last";
    case MergeConflictKind::PersonAddedTwice:
        return "taken for one person, with the roles here";
    case MergeConflictKind::ScanAddedTwice:
    case MergeConflictKind::CodeTaken:
        return "its code there is " + conflict.other;
    }
    return {};
}

Json reportJson(const std::string& path, const MergeReport& report) {
    Json json{{"path", path},
              {"logEntries", report.logEntries},
              {"people", report.people},
              {"scans", report.scans},
              {"landmarkVersions", report.landmarkVersions},
              {"readings", report.readings},
              {"readingEvents", report.readingEvents},
              {"conflicts", Json::array()}};
    for (const auto& conflict : report.conflicts)
        json["conflicts"].push_back({{"kind", mergeConflictName(conflict.kind)},
                                     {"subject", conflict.subject},
                                     {"detail", detailOf(conflict)}});
    return json;
}

std::string sentenceOf(MergeConflictKind kind) {
    switch (kind) {
    case MergeConflictKind::ReadTwice:
        return "read on both, both readings are kept";
    case MergeConflictKind::LandmarksTwice:
        return "landmarks changed on both, both are kept";
    case MergeConflictKind::PersonAddedTwice:
        return "added on both";
    case MergeConflictKind::ScanAddedTwice:
        return "the same scan added on both";
    case MergeConflictKind::CodeTaken:
        return "new code for a scan";
    }
    return {};
}

void printReport(const std::string& path, const MergeReport& report, Console& console) {
    if (report.logEntries == 0) return console.print(path + ": nothing new");
    console.print(path + ": " + counted(report.readings, "reading", "readings") + ", " +
                  counted(report.landmarkVersions, "landmark version", "landmark versions") + ", " +
                  counted(report.scans, "scan", "scans") + ", " + counted(report.people, "person", "people") +
                  ", " + counted(report.logEntries, "log entry", "log entries"));
    for (const auto& conflict : report.conflicts)
        console.print("  conflict: " + conflict.subject + ": " + sentenceOf(conflict.kind) + " (" +
                      detailOf(conflict) + ")");
}

void tell(const std::string& path, const Result<MergeReport>& report, const MergeOptions& options,
          Console& console) {
    if (!report)
        console.failed(report.error(), options.common.json);
    else if (options.common.json)
        console.printObject(reportJson(path, *report));
    else
        printReport(path, *report, console);
}

Status tryAll(const MergeOptions& options, const std::vector<std::filesystem::path>& others,
              const CoordinatorSession& session, const MergeWatch& watch, Console& console) {
    const auto previews = session.previewMerge(others, watch);
    if (!previews) return failure(previews.error());
    for (const auto& preview : *previews)
        tell(toUtf8(preview.file), preview.report, options, console);
    return {};
}

/// Each file is merged whole or not at all; after one that cannot be, the rest goes on.
void mergeAll(const MergeOptions& options, Console& console) {
    MergeWatch watch;
    watch.stop = console.stopToken();
    watch.progress = [&](const std::filesystem::path& file, std::size_t done, std::size_t total) {
        console.progress("merging " + toUtf8(file.filename()), done, total);
    };
    std::vector<std::filesystem::path> others;
    for (const auto& other : options.others)
        others.push_back(pathFromUtf8(other));
    coordinate(options.common, console, [&](StudyStore&, CoordinatorSession& session) -> Status {
        if (options.isTrial) return tryAll(options, others, session, watch, console);
        for (const auto& other : others) {
            if (console.isStopped()) break;
            tell(toUtf8(other), session.merge(other, watch), options, console);
        }
        return {};
    });
}

} // namespace

void addCoordinatorOptions(CLI::App& command, CoordinatorOptions& options) {
    command.add_option("FILE", options.file, "The study")->required();
    command.add_option("--as", options.person, "Coordinator who does it (the first one)");
    command.add_flag("--password-stdin", options.passwordFromStdin,
                     "That person's password is the first line of standard input");
    command.add_flag("--json", options.json, "JSON Lines on stdout");
}

std::string minutesText(std::chrono::minutes time) {
    return counted(static_cast<std::size_t>(time.count()), "minute", "minutes");
}

void tellClock(const StudyStore& store, Console& console) {
    if (const auto behind = store.clockBehind(); behind && *behind)
        console.note("the clock of this computer is " + minutesText(**behind) +
                     " behind the study's last entry; everything is recorded all the same");
}

void coordinate(const CoordinatorOptions& options, Console& console,
                const std::function<Status(StudyStore&, CoordinatorSession&)>& work) {
    auto store = StudyStore::open(pathFromUtf8(options.file));
    if (!store) return console.failed(store.error(), options.json);
    const auto signIn = actingSignIn(*store, options.person, options.passwordFromStdin);
    if (!signIn) return console.failed(signIn.error(), options.json);
    auto session = store->openCoordinatorSession(*signIn);
    if (!session) return console.failed(session.error(), options.json);
    tellClock(*store, console);
    if (const auto done = work(*store, *session); !done) console.failed(done.error(), options.json);
}

void addStudyMerge(CLI::App& study, ChosenWork& chosen) {
    auto options = std::make_shared<MergeOptions>();
    CLI::App* command = study.add_subcommand("merge", "Take in what was done on copies of a study elsewhere");
    addCoordinatorOptions(*command, options->common);
    command->add_option("OTHER", options->others, "Copies of the study from other workstations")->required();
    command->add_flag("--dry-run", options->isTrial, "Only say what would come in; nothing is changed");
    whenChosen(command, chosen, [options](Console& console) { mergeAll(*options, console); });
}

} // namespace vertescore::cli
