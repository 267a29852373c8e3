// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Retrieve.h"

#include "app/cli/Counted.h"
#include "app/cli/pacs/NodeArguments.h"
#include "app/cli/pacs/PacsCommands.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

struct RetrieveOptions {
    NodeArguments node;
    pacs::RetrieveRequest request;
    std::string out;
    bool json = false;
};

void retrieve(const RetrieveOptions& options, Console& console) {
    const auto node = nodeOf(options.node, console, options.json);
    if (!node) return;
    const pacs::PacsWork work{console.stopToken(), [&console](std::size_t done, std::size_t total) {
                                  console.progress("retrieving", done, total);
                              }};
    const auto report = pacs::retrieve(*node, options.request, pathFromUtf8(options.out), work);
    for (const pacs::StoredObject& object : report.arrived) {
        if (options.json)
            console.printObject(objectJson(object));
        else
            console.print(objectInWords(object));
    }
    for (const Error& error : report.refused)
        console.failed(error, options.json);
    if (report.problem) console.failed(*report.problem, options.json);
    std::string words = std::to_string(report.wanted - report.missing.size()) + " of " +
                        counted(report.wanted, "object", "objects") + " are in " + options.out;
    if (report.alreadyThere > 0) words += ", " + std::to_string(report.alreadyThere) + " were there before";
    if (report.wanted > 0) console.note(words);
    if (!report.missing.empty()) console.note("the same command again fetches what is missing");
}

} // namespace

void addPacsRetrieveCommand(CLI::App& pacs, ChosenWork& chosen, pacs::RetrieveBy by) {
    auto options = std::make_shared<RetrieveOptions>();
    options->request.by = by;
    CLI::App* command =
        by == pacs::RetrieveBy::Get
            ? pacs.add_subcommand("get",
                                  "Fetches a study or series into a folder (C-GET); what is there is left")
            : pacs.add_subcommand("move",
                                  "The same by C-MOVE: the node must know our AE title, host and port");
    addNodeOptions(*command, options->node);
    command->add_option("--study", options->request.studyUid, "Study Instance UID")->required();
    command->add_option("--series", options->request.seriesUids,
                        "Series Instance UIDs; none: all of the study");
    command->add_option("--out", options->out, "Folder for the objects, UID.dcm each")->required();
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { retrieve(*options, console); });
}

} // namespace vertescore::cli
