// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyCommands.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct MergeOptions {
    CoordinatorOptions common;
    std::vector<std::string> others;
};

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
                                     {"detail", conflict.detail}});
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
    console.print(path + ": " + std::to_string(report.readings) + " readings, " +
                  std::to_string(report.landmarkVersions) + " landmark versions, " +
                  std::to_string(report.scans) + " scans, " + std::to_string(report.people) + " people, " +
                  std::to_string(report.logEntries) + " log entries");
    for (const auto& conflict : report.conflicts)
        console.print("  conflict: " + conflict.subject + ": " + sentenceOf(conflict.kind) + " (" +
                      conflict.detail + ")");
}

/// Each file is merged whole or not at all; after one that cannot be, the rest goes on.
void mergeAll(const MergeOptions& options, Console& console) {
    coordinate(options.common, console, [&](StudyStore&, CoordinatorSession& session) -> Status {
        for (const auto& other : options.others) {
            if (console.isStopped()) break;
            const auto report = session.merge(pathFromUtf8(other));
            if (!report)
                console.failed(report.error(), options.common.json);
            else if (options.common.json)
                console.print(reportJson(other, *report).dump());
            else
                printReport(other, *report, console);
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

void coordinate(const CoordinatorOptions& options, Console& console,
                const std::function<Status(StudyStore&, CoordinatorSession&)>& work) {
    auto store = StudyStore::open(pathFromUtf8(options.file));
    if (!store) return console.failed(store.error(), options.json);
    const auto person = actingPerson(*store, options.person);
    if (!person) return console.failed(person.error(), options.json);
    auto session = store->openCoordinatorSession(
        {*person, passwordFromStdin(options.passwordFromStdin).value_or(std::string())});
    if (!session) return console.failed(session.error(), options.json);
    if (const auto done = work(*store, *session); !done) console.failed(done.error(), options.json);
}

void addStudyMerge(CLI::App& study, ChosenWork& chosen) {
    auto options = std::make_shared<MergeOptions>();
    CLI::App* command = study.add_subcommand("merge", "Take in what was done on copies of a study elsewhere");
    addCoordinatorOptions(*command, options->common);
    command->add_option("OTHER", options->others, "Copies of the study from other workstations")->required();
    whenChosen(command, chosen, [options](Console& console) { mergeAll(*options, console); });
}

} // namespace vertescore::cli
