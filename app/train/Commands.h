// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/picturenet/PictureNet.h"

#include <CLI/CLI.hpp>

namespace vertescore {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1; ///< the work failed for some input
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInternal = 3;

/// Adds one subcommand; its work leaves the exit status in `status`, which outlives the parsing.
void addTrainCommand(CLI::App& program, int& status);
void addCrossvalCommand(CLI::App& program, int& status);
void addComplexityCommand(CLI::App& program, int& status);
void addEvaluateCommand(CLI::App& program, int& status);
void addBenchCommand(CLI::App& program, int& status);
void addCalibrateCommand(CLI::App& program, int& status);
void addPictureNetCommand(CLI::App& program, int& status, PictureQuestion question);

/// --device and --precision, checked.
void addDeviceOptions(CLI::App& command, std::string& device, std::string& precision);

/// "3 of 10 scans" on one line of stderr that is written over; nothing where stderr is no terminal.
void showScansDone(std::uint64_t done, std::uint64_t total);

/// The error on stderr, in one line; returns kExitFailed.
int reportError(const Error& error);

} // namespace vertescore
