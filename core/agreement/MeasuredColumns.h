// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CsvColumns.h"
#include "core/scoring/ScoreSheet.h"

/// What was measured of an answer, as two columns of ratings files: the share of the wall that is marked as
/// calcified, 0...1 (of AAC-8: vertebral heights), and where the score comes from: "measured" or "typed".
/// Both empty where nothing was marked. Pure.
namespace vertescore {

std::string measuredText(const ScoreCell& cell); ///< up to six decimals, with a point
std::string sourceText(const ScoreCell& cell);

struct MeasuredColumns {
    std::size_t measured = 0;
    std::size_t source = 0;
};
/// Adds what the two columns of a row say to an answer that has its score already. FileMalformed for a share
/// that is none, a source without a measure or of another name, or a measured answer without a score.
Status takeMeasured(const CsvRecord& row, const MeasuredColumns& columns, bool isAac8, ScoreCell& cell);

} // namespace vertescore
