// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/ReadRatings.h"

namespace vertescore {

/// The stretches that readers marked, one a row, beside a file of their readings: image_id, reader,
/// condition, session, wall, from, to (where the ends lay between the guides: 0 at T12/L1, 4 at L4/L5),
/// upper_x, upper_y, lower_x, lower_y (source pixels), format ("vertescore-marks 1") and the notice for
/// research use. Numbers read back to the same double. Sorted; a wall without stretches has no row.
std::string marksToCsv(const ReadingMarks& marks, bool isSynthetic = false);

/// Adds the stretches of such a file to its readings, all or none. Errors name line and column: FileEmpty,
/// FileMalformed (unknown columns or walls, numbers that are none, a stretch that lies nowhere on the wall, a
/// reading that is not among them), UnsupportedFormat (a newer version), DuplicateEntry (the same stretch
/// twice, or a reading that has marks already). Separators and byte order marks as in ratings CSV. Pure; any
/// thread.
Status addMarks(LocatedRatings& ratings, std::string_view csv);

} // namespace vertescore
