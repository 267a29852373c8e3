// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"

#include <functional>

namespace vertescore {

inline constexpr std::size_t kDemoScanCount = 24;

/// The account of whoever tries the program; reader, annotator and coordinator at once, without a password.
inline constexpr std::string_view kDemoVisitor = "You";

/// The demo study's file in the folder: there already, or made now from phantoms with two simulated readers
/// ("R1 (simulated)", "R2 (simulated)"): FOLDER/demo.vertestudy, scans in FOLDER/demo-scans/. The same
/// content for the same program; an interrupted making is done again from the start. Says that it is
/// synthetic in its name and flag. Uses two threads; about three seconds. progress: 0...1, in the calling
/// thread. Errors: FileNotWritable, DiskFull, and those of StudyStore.
Result<std::filesystem::path> makeDemoStudy(const std::filesystem::path& folder,
                                            const std::function<void(double)>& progress = {});

} // namespace vertescore
