// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "core/base/Log.h"

#include <unistd.h>

#include <cstdio>
#include <exception>

namespace vertescore {

int reportError(const Error& error) {
    std::fprintf(stderr, "vertescore-train: %s\n", describeError(error).c_str());
    return error.code == ErrorCode::Internal ? kExitInternal : kExitFailed;
}

void showScansDone(std::uint64_t done, std::uint64_t total) {
    if (isatty(STDERR_FILENO) != 1) return;
    std::fprintf(stderr, "\r\033[K%llu of %llu scans%s", static_cast<unsigned long long>(done),
                 static_cast<unsigned long long>(total), done == total ? "\n" : "");
    std::fflush(stderr);
}

void addDeviceOptions(CLI::App& command, std::string& device, std::string& precision) {
    command.add_option("--device", device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command.add_option("--precision", precision, "auto, fp32 or bf16")
        ->check(CLI::IsMember({"auto", "fp32", "bf16"}))
        ->capture_default_str();
}

} // namespace vertescore

int main(int argc, char** argv) {
    using namespace vertescore;
    try {
        CLI::App program("Train and measure VerteScore's network. For research use only. Not for diagnosis.",
                         "vertescore-train");
        program.set_version_flag("--version", VERTESCORE_VERSION);
        program.require_subcommand(1);
        int status = kExitOk;
        setLogSink([](LogLevel, std::string_view message) {
            std::fprintf(stderr, "vertescore-train: %.*s\n", static_cast<int>(message.size()),
                         message.data());
        });
        addTrainCommand(program, status);
        addEvaluateCommand(program, status);
        addCrossvalCommand(program, status);
        addComplexityCommand(program, status);
        addBenchCommand(program, status);
        addCalibrateCommand(program, status);
        for (const PictureQuestion question : kPictureQuestions)
            addPictureNetCommand(program, status, question);
        try {
            program.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return program.exit(error) == 0 ? kExitOk : kExitUsage;
        }
        return status;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "vertescore-train: %s\n", error.what());
        return kExitInternal;
    }
}
