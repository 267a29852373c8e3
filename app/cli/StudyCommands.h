// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/SignIn.h"

namespace vertescore::cli {

/// What every work of a coordinator on a study asks for.
struct CoordinatorOptions {
    std::string file;
    std::string person; ///< empty: the first coordinator
    bool passwordFromStdin = false;
    bool json = false;
};

/// FILE, --as, --password-stdin and --json.
void addCoordinatorOptions(CLI::App& command, CoordinatorOptions& options);

/// Opens the study, signs the coordinator in and works; what fails is told.
void coordinate(const CoordinatorOptions& options, Console& console,
                const std::function<Status(StudyStore&, CoordinatorSession&)>& work);

// Subcommands of `study` that have a file of their own.
void addStudyMerge(CLI::App& study, ChosenWork& chosen);
void addStudyPanel(CLI::App& study,
                   ChosenWork& chosen); ///< disagreements, adjudicate, duplicates, repeats, truth

} // namespace vertescore::cli
