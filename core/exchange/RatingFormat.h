// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/ReadRatings.h"

#include <array>

namespace vertescore {

/// In which forms readings leave the program and come back. Each reads back to the same table: blank cells
/// stay blank, cells that are not readable keep their reason. The exceptions are a reading without any cell,
/// which no form holds, what was measured, which Nhanes and Imrmc have no place for, and marked stretches,
/// which stand in Json and, beside any other form, in a file of their own (MarksCsv.h).
enum class RatingFormat {
    Long,   ///< one wall a row: the ratings CSV of ReadRatings.h
    Wide,   ///< one reading a row, a column for each wall
    Nhanes, ///< one reading a row, columns named as in the file DXXAAC_H of NHANES 2013-2014
    Imrmc,  ///< rows of iMRMC (reader, case, modality, score), total and walls as modalities "ivg/total"
    Json,   ///< one object, for programs
};
inline constexpr std::array<RatingFormat, 5> kRatingFormats{
    RatingFormat::Long, RatingFormat::Wide, RatingFormat::Nhanes, RatingFormat::Imrmc, RatingFormat::Json};
std::string_view ratingFormatName(RatingFormat format); ///< "ratings", "ratings-wide", "ratings-nhanes", ...
std::optional<RatingFormat> ratingFormatFromName(std::string_view name);

/// What is said of the study beside the readings; not read back, but for the marks.
struct RatingExport {
    std::string study;
    ScoringConvention convention = ScoringConvention::Nhanes;
    CategoryBounds bounds;
    bool isSynthetic = false;
    /// Whose total says in iMRMC rows whether a case is a diseased one (from bounds.highFrom on); empty:
    /// nobody's, then there are no rows of the truth.
    std::string referenceReader = {};
    ReadingMarks marks = {}; ///< Json writes them; read back
};

/// The text of a file, with the notice for research use in it.
std::string writeRatings(RatingFormat format, const RatingTable& table, const RatingExport& about);

/// The readings of a file's text, all or none. Errors name line and column (in JSON: line, or which reading):
/// FileEmpty, FileMalformed (unknown columns, levels, units or reasons, grades out of range, totals that are
/// not the sum of their walls), DuplicateEntry. Separators and byte order marks as in ratings CSV. Of a file
/// of NHANES itself, which has no reader, the reader is "NHANES"; its L4 mid score is not read. Pure; any
/// thread.
Result<LocatedRatings> parseRatings(RatingFormat format, std::string_view text);
/// The same from a file; the error carries the path. Errors also: FileNotFound, FileUnreadable.
Result<LocatedRatings> readRatings(RatingFormat format, const std::filesystem::path& path);

} // namespace vertescore
