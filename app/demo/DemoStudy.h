// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"

#include <functional>

namespace vertescore {

inline constexpr std::size_t kDemoScanCount = 24;

/// The account of whoever tries the program: reader, annotator and coordinator at once, without a password.
inline constexpr std::string_view kDemoVisitor = "You";

/// The demo study: FOLDER/demo/demo.vertestudy, with its scans as DICOM files in FOLDER/demo/scans. Made at
/// the first call, later only found: 24 phantoms of all four looks, two simulated readers ("R1 (simulated)",
/// ...) who have read everything, and the visitor who has read nothing. The same scans and grades on every
/// machine. Says that it is synthetic in name and flag. Making it takes two threads and about three seconds;
/// when that is cut off, the next call does it again from the start. progress: 0...1, in the calling thread.
/// Errors: FileNotWritable, DiskFull, and those of StudyStore::create. Whether a study that was found opens,
/// its opening tells.
Result<std::filesystem::path> makeDemoStudy(const std::filesystem::path& folder,
                                            const std::function<void(double)>& progress = {});

} // namespace vertescore
