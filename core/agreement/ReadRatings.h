// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"

#include <filesystem>
#include <string_view>

namespace vertescore {

/// Ratings CSV: a header line, then one wall's grade a row, in any order. Columns by name in any order:
/// image_id, reader, condition, level (L1...L4), wall (anterior, posterior), score (0...3, or empty = not
/// assessable), and optionally patient_id, session. An absent row means not read. UTF-8, a byte order mark is
/// accepted; fields may be quoted; separator comma, semicolon or tabulator, as the header has it. Errors name
/// line and column: FileEmpty, FileMalformed, DuplicateEntry (the same wall read twice, both lines named).
/// Grades that a file calls not assessable have the reason Other: the file gives none. Pure; any thread.
Result<RatingTable> parseRatingsCsv(std::string_view text);

/// The same from a file; the error carries the path. Errors also: FileNotFound, FileUnreadable.
Result<RatingTable> readRatingsCsv(const std::filesystem::path& path);

/// The table in that form, sorted; patient_id and session only when any is known. Reads back to an equal
/// table, except that reasons become Other and blank cells, being no rows, stay blank.
std::string ratingsToCsv(const RatingTable& table);

} // namespace vertescore
