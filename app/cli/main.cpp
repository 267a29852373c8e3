// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "core/base/Log.h"

#include <exception>
#include <iostream>

namespace {

using namespace vertescore;
using namespace vertescore::cli;

void logToStderr() {
    setLogSink([](LogLevel level, std::string_view message) {
        if (level >= LogLevel::Warning) std::cerr << "vertescore-cli: " << message << '\n';
    });
}

int parseAndRun(int argc, char** argv) {
    const Interrupt interrupt;
    Console console(interrupt.token());
    CLI::App program("VerteScore without a window: scans, landmarks, guides, crop, readings.\n"
                     "For research use only. Not for diagnosis.",
                     "vertescore-cli");
    program.set_version_flag("--version", std::string("vertescore-cli ") + VERTESCORE_VERSION);
    program.require_subcommand(1);
    ChosenWork chosen;
    addScanCommand(program, chosen);
    addDetectCommand(program, chosen);
    addCropCommand(program, chosen);
    addCropSweepCommand(program, chosen);
    addStudyCommand(program, chosen);
    addAgreeCommand(program, chosen);
    addImportCommand(program, chosen);
    addExportCommand(program, chosen);
    addDeidentifyCommand(program, chosen);
    addPacsCommand(program, chosen);
    addPhantomCommand(program, chosen);
    addTrainingCurveCommand(program, chosen);
    addDemoCommand(program, chosen);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error); // --help, --version
        console.wrongUsage(error.what());
        return static_cast<int>(console.exitCode());
    }
    chosen.work(console);
    if (console.isStopped()) console.note("vertescore-cli: stopped");
    return static_cast<int>(console.exitCode());
}

} // namespace

int main(int argc, char** argv) {
    try {
        logToStderr();
        return parseAndRun(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "vertescore-cli: internal error: " << error.what() << '\n';
    }
    return static_cast<int>(ExitCode::Internal);
}
