// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "core/io/ScanReader.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <vector>

namespace vertescore::cli {
namespace {

struct ScanOptions {
    std::vector<std::string> paths;
    bool json = false;
};

} // namespace

void addScanCommand(CLI::App& program, ChosenWork& chosen) {
    CLI::App* scan = program.add_subcommand("scan", "Look at scan files, or convert them");
    scan->require_subcommand(1);
    auto options = std::make_shared<ScanOptions>();
    CLI::App* info = scan->add_subcommand("info", "What a scan file holds");
    info->add_option("PATH", options->paths, "Files or folders")->required();
    info->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(info, chosen, [options](Console&) {});
}

} // namespace vertescore::cli
