// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "core/scoring/WallMarks.h"

#include <filesystem>
#include <string_view>

namespace vertescore {

/// The stretches that were marked in readings, by wall; readings without any are left out. The statistics
/// know nothing of them: what was measured of a stretch stands with each answer.
using ReadingMarks = std::map<RatingKey, MarkedWalls>;

/// Readings of a file, and where in the file each begins ("line 7"), for telling what is wrong with one
/// later.
struct LocatedRatings {
    RatingTable table;
    std::map<RatingKey, std::string> places;
    ReadingMarks marks; ///< where the form holds them
};

/// Ratings CSV: a header line, then one wall's grade a row, in any order. Columns by name in any order:
/// image_id, reader, condition, level (L1...L4, or AAC-8 of the whole wall), wall (anterior, posterior),
/// score (0...3, of AAC-8 0...4, or empty = not assessable), and optionally patient_id, session, not_readable
/// (why there is no score), measured and source (MeasuredColumns.h), notice (not read). An absent row means
/// not read. UTF-8, a byte order mark is accepted; fields may be quoted; separator comma, semicolon or
/// tabulator, as the header has it. Errors name line and column: FileEmpty, FileMalformed, DuplicateEntry
/// (the same wall read twice, both lines named). A grade that a file calls not assessable without saying why
/// has the reason Other. Pure; any thread.
Result<LocatedRatings> parseLocatedRatingsCsv(std::string_view text);
Result<RatingTable> parseRatingsCsv(std::string_view text); ///< the table alone

/// The same from a file; the error carries the path. Errors also: FileNotFound, FileUnreadable.
Result<RatingTable> readRatingsCsv(const std::filesystem::path& path);

/// "For research use only. Not for diagnosis.", before it that the study is synthetic, if it is.
std::string ratingsNotice(bool isSynthetic);

/// The table in that form, sorted, with the notice in each row; patient_id, session, not_readable, measured
/// and source only where any is known (reasons: any but Other). Reads back to an equal table; blank cells,
/// being no rows, stay blank.
std::string ratingsToCsv(const RatingTable& table, bool isSynthetic = false);

} // namespace vertescore
