// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <utility>

// A subcommand is one file. To add `vertescore-cli frob`:
//   1. app/cli/Frob.cpp: a struct FrobOptions, the work `void frob(const FrobOptions&, Console&)`, and
//          void addFrobCommand(CLI::App& program, ChosenWork& chosen) {
//              auto options = std::make_shared<FrobOptions>();
//              CLI::App* command = program.add_subcommand("frob", "Frobs every scan");
//              command->add_option("PATH", options->paths, "Files or folders")->required();
//              whenChosen(command, chosen, [options](Console& console) { frob(*options, console); });
//          }
//   2. declare addFrobCommand below, call it in main.cpp, name Frob.cpp in CMakeLists.txt.
// Nested ones (`study create`) hang under an own CLI::App made by add_subcommand with require_subcommand(1).
// The work writes through the Console only, which knows the exit code; paths arrive as UTF-8 std::string.

namespace vertescore::cli {

/// What the arguments asked for; runs after parsing, outside CLI11.
using Work = std::function<void(Console&)>;

struct ChosenWork {
    Work work;
};

/// Makes the work the chosen one when the subcommand was on the command line.
inline void whenChosen(CLI::App* command, ChosenWork& chosen, Work work) {
    command->callback([&chosen, work = std::move(work)] { chosen.work = work; });
}

void addAgreeCommand(CLI::App& program, ChosenWork& chosen);
void addCropCommand(CLI::App& program, ChosenWork& chosen);
void addCropSweepCommand(CLI::App& program, ChosenWork& chosen);
void addDeidentifyCommand(CLI::App& program, ChosenWork& chosen);
void addDemoCommand(CLI::App& program, ChosenWork& chosen);
void addDetectCommand(CLI::App& program, ChosenWork& chosen);
void addExportCommand(CLI::App& program, ChosenWork& chosen);
void addImportCommand(CLI::App& program, ChosenWork& chosen);
void addPacsCommand(CLI::App& program, ChosenWork& chosen);
void addPhantomCommand(CLI::App& program, ChosenWork& chosen);
void addScanCommand(CLI::App& program, ChosenWork& chosen);
void addStudyCommand(CLI::App& program, ChosenWork& chosen);
void addTrainingCurveCommand(CLI::App& program, ChosenWork& chosen);

} // namespace vertescore::cli
