// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Counted.h"
#include "app/cli/study/StudyCommands.h"
#include "core/exchange/TruthFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct PanelOptions {
    CoordinatorOptions common;
    int moreThan = 1;
    std::string scan;
    ReadingPass pass;
    std::string grades;
    std::string ratings;
    std::string reason;
    std::size_t repeats = 0;
};

// ---- grades on the command line

/// One answer as people write it; blank when the word is none.
ScoreCell cellOf(const std::string& word, int highest) {
    ScoreCell cell;
    if (word.size() == 1 && word[0] >= '0' && word[0] <= '0' + highest)
        cell.grade = word[0] - '0';
    else
        cell.notReadable = notReadableReasonFromName(word);
    return cell;
}

/// "0,1,2,0,0,0,noise,3": L1 anterior, L1 posterior, ..., L4 posterior; or ten of them, the last two AAC-8.
Result<ScoreSheet> sheetOf(const std::string& text) {
    ScoreSheet sheet;
    std::size_t from = 0;
    for (const auto& place : kAnswerPlaces) {
        if (place == kAnswerPlaces[kSegmentCount * kWallCount] && from > text.size()) return sheet;
        const auto end = std::min(text.find(',', from), text.size());
        const auto word = text.substr(std::min(from, text.size()), end - std::min(from, text.size()));
        from = end + 1;
        sheet.at(place) = cellOf(word, place.highestGrade());
        if (sheet.at(place).isBlank())
            return failure(ErrorCode::InvalidArgument,
                           "--grades: '" + word + "' is neither a grade nor a reason");
    }
    if (from <= text.size()) return failure(ErrorCode::InvalidArgument, "--grades: more than ten");
    return sheet;
}

std::string cellText(const ScoreCell& cell) {
    if (cell.grade) return std::to_string(*cell.grade);
    return cell.notReadable ? std::string(notReadableReasonName(*cell.notReadable)) : std::string("blank");
}

std::string sheetText(const ScoreSheet& sheet) {
    std::string text;
    for (const auto& place : kAnswerPlaces)
        if (!place.isAac8() || !sheet.aac8.isBlank())
            text += (text.empty() ? "" : ",") + cellText(sheet.at(place));
    return text;
}

Result<ScanId> scanOf(const CoordinatorSession& session, const std::string& code) {
    const auto scans = session.scans();
    if (!scans) return failure(scans.error());
    const auto found =
        std::find_if(scans->begin(), scans->end(), [&](const StudyScan& scan) { return scan.code == code; });
    if (found == scans->end()) return failure(ErrorCode::InvalidArgument, "the study has no scan " + code);
    return found->id;
}

// ---- disagreements and consensus

std::string levelOf(const AnswerPlace& place) {
    return std::string(place.segment ? segmentName(*place.segment) : kAac8Name);
}

Json disagreementJson(const Disagreement& cell) {
    Json json{{"scan", cell.code},
              {"arm", cell.arm},
              {"session", cell.session},
              {"level", levelOf(cell.place)},
              {"wall", wallName(cell.place.wall)},
              {"grades", Json::object()},
              {"settled", cell.isSettled}};
    for (const auto& [reader, grade] : cell.grades)
        json["grades"][reader] = grade ? Json(*grade) : Json();
    return json;
}

Status listDisagreements(const PanelOptions& options, CoordinatorSession& session, Console& console) {
    const auto found = session.disagreements(options.moreThan);
    if (!found) return failure(found.error());
    for (const auto& cell : *found) {
        if (options.common.json) {
            console.printObject(disagreementJson(cell));
            continue;
        }
        std::string line = cell.code + ", " + cell.arm + " session " + std::to_string(cell.session) + ", " +
                           levelOf(cell.place) + " " + std::string(wallName(cell.place.wall)) + ":";
        for (const auto& [reader, grade] : cell.grades)
            line += " " + reader + "=" + (grade ? std::to_string(*grade) : "not readable");
        console.print(line + (cell.isSettled ? " (settled)" : ""));
    }
    if (!options.common.json) console.print(counted(found->size(), "cell", "cells"));
    return {};
}

Status adjudicate(const PanelOptions& options, const StudyStore& store, CoordinatorSession& session,
                  Console& console) {
    const auto scan = scanOf(session, options.scan);
    if (!scan) return failure(scan.error());
    const auto sheet = sheetOf(options.grades);
    if (!sheet) return failure(sheet.error());
    auto pass = options.pass;
    if (pass.arm.empty()) pass.arm = store.study().settings.arms.front().name;
    if (const auto done = session.adjudicate(*scan, pass, *sheet, options.reason); !done) return done;
    console.print("settled " + options.scan + " in " + pass.arm + " session " + std::to_string(pass.session));
    return {};
}

Status listConsensus(const PanelOptions& options, CoordinatorSession& session, Console& console) {
    const auto found = session.consensus();
    if (!found) return failure(found.error());
    for (const auto& one : *found) {
        if (options.common.json)
            console.printObject(Json{{"scan", one.code},
                                     {"arm", one.arm},
                                     {"session", one.session},
                                     {"grades", sheetText(one.sheet)},
                                     {"by", one.by},
                                     {"at", one.atUtc},
                                     {"reason", one.reason},
                                     {"revision", one.revision}});
        else
            console.print(one.code + ", " + one.arm + " session " + std::to_string(one.session) + ": " +
                          sheetText(one.sheet) + " (" + one.by + ", " + one.atUtc + ": " + one.reason + ")");
    }
    return {};
}

Status listDuplicates(CoordinatorSession& session, Console& console) {
    const auto found = session.duplicateReadings();
    if (!found) return failure(found.error());
    for (const auto& one : *found)
        console.print(one.code + ", " + one.pass.arm + " session " + std::to_string(one.pass.session) + ": " +
                      one.reader + " counts with " + sheetText(one.counted.sheet) + ", kept as " +
                      one.keptAs + " with " + sheetText(one.kept.sheet));
    console.print(counted(found->size(), "reading was", "readings were") + " made twice");
    return {};
}

// ---- repeats and truth

Status repeat(const PanelOptions& options, CoordinatorSession& session, Console& console) {
    if (options.repeats > 0)
        if (const auto added = session.addHiddenRepeats(options.repeats); !added) return added;
    const auto repeats = session.hiddenRepeats();
    if (!repeats) return failure(repeats.error());
    for (const auto& one : *repeats)
        console.print(one.originalCode + " is shown again as " + one.repeatCode);
    console.print(counted(repeats->size(), "hidden repeat", "hidden repeats"));
    return {};
}

Status setTruths(const PanelOptions& options, CoordinatorSession& session, Console& console) {
    const auto path = pathFromUtf8(options.ratings);
    const auto file = readTruthFile(session, path);
    if (!file) return failure(file.error());
    for (const auto& fault : file->faults)
        console.failed({ErrorCode::FileMalformed, fault, path});
    if (!file->faults.empty()) return {};
    if (const auto done = session.setTruths(file->truths, options.reason); !done) return done;
    console.print("the truth of " + counted(file->truths.size(), "scan", "scans") + " is known");
    return {};
}

// ---- arguments

using PanelWork =
    std::function<Status(const PanelOptions&, const StudyStore&, CoordinatorSession&, Console&)>;

std::shared_ptr<PanelOptions> addPanelCommand(CLI::App* command, ChosenWork& chosen, PanelWork work) {
    auto options = std::make_shared<PanelOptions>();
    addCoordinatorOptions(*command, options->common);
    whenChosen(command, chosen, [options, work = std::move(work)](Console& console) {
        coordinate(options->common, console, [&](StudyStore& store, CoordinatorSession& session) {
            return work(*options, store, session, console);
        });
    });
    return options;
}

} // namespace

void addStudyPanel(CLI::App& study, ChosenWork& chosen) {
    auto* differing = study.add_subcommand("disagreements", "Cells that readers see differently");
    auto listed = addPanelCommand(differing, chosen,
                                  [](const auto& options, const auto&, auto& session, auto& console) {
                                      return listDisagreements(options, session, console);
                                  });
    differing->add_option("--more-than", listed->moreThan, "By more than so many grades")
        ->check(CLI::Range(0, 3))
        ->capture_default_str();

    auto* settling = study.add_subcommand("adjudicate", "Settle a scan; the readers' own readings stay");
    auto settled = addPanelCommand(settling, chosen,
                                   [](const auto& options, const auto& store, auto& session, auto& console) {
                                       return adjudicate(options, store, session, console);
                                   });
    settling->add_option("--scan", settled->scan, "Code of the scan")->required();
    settling->add_option("--arm", settled->pass.arm, "The first arm unless told");
    settling->add_option("--session", settled->pass.session)->capture_default_str();
    settling
        ->add_option(
            "--grades", settled->grades,
            "Eight grades or reasons: L1 anterior, L1 posterior, L2 anterior, ... as 0,1,0,noise,2,3,0,0; "
            "two more are AAC-8 of the anterior and the posterior wall")
        ->required();
    settling->add_option("--reason", settled->reason, "Why")->required();

    addPanelCommand(study.add_subcommand("consensus", "What was settled, by whom, when and why"), chosen,
                    [](const auto& options, const auto&, auto& session, auto& console) {
                        return listConsensus(options, session, console);
                    });
    addPanelCommand(study.add_subcommand("duplicates", "Readings that merging found made twice"), chosen,
                    [](const auto&, const auto&, auto& session, auto& console) {
                        return listDuplicates(session, console);
                    });

    auto* repeating = study.add_subcommand("repeats", "Scans that readers are shown again without knowing");
    auto repeated = addPanelCommand(repeating, chosen,
                                    [](const auto& options, const auto&, auto& session, auto& console) {
                                        return repeat(options, session, console);
                                    });
    repeating->add_option("--add", repeated->repeats, "So many more, drawn at random; before reading begins");

    auto* teaching =
        study.add_subcommand("truth", "Say what is right; training arms show it after each reading");
    auto taught =
        addPanelCommand(teaching, chosen, [](const auto& options, const auto&, auto& session, auto& console) {
            return setTruths(options, session, console);
        });
    teaching->add_option("RATINGS", taught->ratings, "Ratings CSV with one complete reading a scan")
        ->required();
    teaching->add_option("--reason", taught->reason, "Where it comes from")->required();
}

} // namespace vertescore::cli
