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

} // namespace vertescore
