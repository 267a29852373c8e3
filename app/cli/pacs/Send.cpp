// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Send.h"

#include "app/cli/Counted.h"
#include "app/cli/pacs/NodeArguments.h"
#include "app/cli/pacs/PacsCommands.h"
#include "core/io/ScanReader.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

struct SendCommandOptions {
    NodeArguments node;
    std::vector<std::string> paths;
    int retries = 1;
    bool json = false;
};

void say(const pacs::SentFile& file, bool json, Console& console) {
    if (!file.status) {
        // The node is in the detail; which file it was stands before it.
        Error error = file.status.error();
        error.path = file.file;
        return console.failed(error, json);
    }
    if (json)
        return console.printObject(
            {{"path", toUtf8(file.file)}, {"sopInstanceUid", file.instanceUid}, {"warning", file.warning}});
    console.print(toUtf8(file.file) + (file.warning.empty() ? "" : ": " + file.warning));
}

void send(const SendCommandOptions& options, Console& console) {
    const auto node = nodeOf(options.node, console, options.json);
    if (!node) return;
    std::vector<std::filesystem::path> paths;
    for (const std::string& path : options.paths)
        paths.push_back(pathFromUtf8(path));
    const pacs::PacsWork work{console.stopToken(), [&console](std::size_t done, std::size_t total) {
                                  console.progress("sending", done, total);
                              }};
    const auto report = pacs::sendFiles(*node, listFiles(paths), work, {options.retries});
    for (const pacs::SentFile& file : report.files)
        say(file, options.json, console);
    const std::size_t failed = report.failed().size();
    console.note(counted(report.files.size() - failed, "object", "objects") + " sent to " +
                 pacs::describeNode(*node) + (failed > 0 ? ", " + std::to_string(failed) + " not" : ""));
}

} // namespace

void addPacsSendCommand(CLI::App& pacs, ChosenWork& chosen) {
    auto options = std::make_shared<SendCommandOptions>();
    CLI::App* command =
        pacs.add_subcommand("send", "Sends DICOM files (C-STORE): scans, reports, presentation states");
    addNodeOptions(*command, options->node);
    command->add_option("PATH", options->paths, "Files or folders")->required();
    command
        ->add_option("--retries", options->retries,
                     "New connections after a lost one that brought nothing (1)")
        ->check(CLI::Range(0, 1000));
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { send(*options, console); });
}

} // namespace vertescore::cli
