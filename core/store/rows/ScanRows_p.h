// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

// Throw Refusal and SQLite::Exception; insertScan writes in the caller's transaction.

AddedScan insertScan(StudyFile& file, const NewScan& scan, PersonId by);
/// InvalidArgument when there is no such scan.
StudyScan readScanRow(StudyFile& file, ScanId id);
std::vector<StudyScan> readScanRows(StudyFile& file); ///< in the order of adding
StudyScanIdentity readIdentity(Database& database, ScanId id);

/// How the file keeps a scan's path: relative while it lies below the study's folder.
struct StoredPath {
    std::string text;
    bool isRelative = false;
};
/// The path that one study keeps, as another keeps it.
StoredPath rebasedPath(const std::filesystem::path& fromStudy, const std::filesystem::path& toStudy,
                       const std::string& text, bool isRelative);
/// The next of S0001, S0002, ... that no scan has.
std::string freeScanCode(Database& database);

} // namespace vertescore
