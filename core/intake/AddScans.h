// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/Scan.h"
#include "core/store/AnnotatorSession.h"

#include <functional>
#include <stop_token>

namespace vertescore {

/// What a study keeps of a scan that was read.
NewScan newScanOf(const Scan& scan);

struct SkippedFile {
    std::filesystem::path path;
    Error error;
};

struct IntakeReport {
    std::vector<ScanId> added;
    std::size_t alreadyThere = 0;
    std::optional<ScanId> first; ///< of the first file that is in the study now, new or not
    std::vector<SkippedFile> skipped;
    bool isCancelled = false;
};

struct IntakeOptions {
    /// Each scan is called like its file, for a study of one's own; else S0001, S0002, ...
    bool codesFromFileNames = false;
    std::stop_token stop; ///< asked before each file
    std::function<void(std::size_t done, std::size_t total)>
        progress; ///< after each file, in the calling thread
};

/// Reads every file at or below the paths and adds it to the study; goes on after one that cannot be read.
/// Fails only when the study itself fails (disk full, locked, ...); scans added until then stay. Blocks; in
/// the session's thread.
Result<IntakeReport> addScans(AnnotatorSession& session, const std::vector<std::filesystem::path>& paths,
                              const IntakeOptions& options = {});

} // namespace vertescore
