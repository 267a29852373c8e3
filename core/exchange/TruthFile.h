// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"

#include <map>

namespace vertescore {

/// What a file says to be right for the scans of a study, and everything that is wrong with it.
struct TruthFile {
    std::map<ScanId, ScoreSheet> truths;
    std::vector<std::string> codes; ///< of those scans, sorted
    std::size_t replaced = 0;       ///< of those scans, how many have a truth now
    std::vector<std::string>
        faults; ///< "line 7: column 6 (score): ..."; in the order of their lines, at most 50

    /// To be recorded with CoordinatorSession::setTruths(), all of it.
    bool isGood() const { return faults.empty() && !truths.empty(); }
};

/// Reads a ratings CSV (ReadRatings.h) in which each scan of the study stands once, complete; who the reader
/// is does not matter. Takes nothing in. Errors: FileNotFound, FileUnreadable, FileEmpty, and those of the
/// session; what is wrong in the file is no error, but a fault of it.
Result<TruthFile> readTruthFile(const CoordinatorSession& session, const std::filesystem::path& path);

} // namespace vertescore
