// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CsvColumns.h"
#include "core/exchange/RatingFormat.h"

namespace vertescore {

// One pair of functions a form; contract in RatingFormat.h.

std::string wideCsv(const RatingTable& table, const RatingExport& about);
Result<LocatedRatings> parseWideCsv(std::string_view text);

std::string nhanesCsv(const RatingTable& table, const RatingExport& about);
Result<LocatedRatings> parseNhanesCsv(std::string_view text);

std::string imrmcText(const RatingTable& table, const RatingExport& about);
Result<LocatedRatings> parseImrmcText(std::string_view text);

std::string ratingsJson(const RatingTable& table, const RatingExport& about);
Result<LocatedRatings> parseRatingsJson(std::string_view text);

/// "L1_anterior" and so on, "AAC8_anterior"; also the start of the column that says why there is no grade.
std::string wallColumnName(const AnswerPlace& place);
/// A grade 0...highest written as one digit.
std::optional<int> gradeFromText(std::string_view text, int highest = kHighestGrade);
/// "0, 1, 2 or 3" as an error names it.
std::string gradesText(int highest);
std::string gradeText(const ScoreCell& cell);   ///< empty without a grade
std::string reasonText(const ScoreCell& cell);  ///< empty without a reason
std::string totalText(const ScoreSheet& sheet); ///< empty without a total
std::string aac8Text(const ScoreSheet& sheet);  ///< empty without a sum

/// Adds a reading that was found at a place; DuplicateEntry names both places, FileMalformed an image that
/// has another patient there. A sheet without any cell is no reading and is left out.
Status addLocated(LocatedRatings& to, RatingKey key, Rating rating, const std::string& place);

} // namespace vertescore
