// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/study/SignIn.h"

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

std::string minutesText(std::chrono::minutes time); ///< "1 minute", "34 minutes"
/// Says when the clock of this computer is behind the study's last entry.
void tellClock(const StudyStore& store, Console& console);

/// Opens the study, signs the coordinator in and works; what fails is told, and a clock that is behind.
void coordinate(const CoordinatorOptions& options, Console& console,
                const std::function<Status(StudyStore&, CoordinatorSession&)>& work);

// Subcommands of `study` that have a file of their own.
void addStudyMerge(CLI::App& study, ChosenWork& chosen);
void addStudyPanel(CLI::App& study,
                   ChosenWork& chosen); ///< disagreements, adjudicate, duplicates, repeats, truth

} // namespace vertescore::cli
