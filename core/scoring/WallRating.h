// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"

#include <optional>
#include <string>

namespace vertescore {

/// One reader's grade of one wall of one segment, or of a wall by AAC-8: a row of a ratings table (image_id,
/// reader, condition, level, wall, score, session). What a study hands to the agreement statistics, and what
/// a ratings CSV holds.
struct WallRating {
    std::string imageId; ///< a study's scan code
    std::string reader;
    std::string condition; ///< a study's arm
    Segment segment = Segment::L1;
    Wall wall = Wall::Anterior;
    std::optional<int> grade; ///< 0...3, of AAC-8 0...4; nothing: read, but not readable (never zero)
    int session = 1;          ///< from 1; above 1: the same reader again
    std::optional<NotReadableReason> notReadable =
        std::nullopt;                              ///< why there is no grade; nothing: not known
    int showing = 1;                               ///< in that session; 2: a hidden repeat of the image
    std::optional<double> measured = std::nullopt; ///< as ScoreCell::measured; the next one likewise
    bool followsMeasured = false;
    bool isAac8 = false; ///< AAC-8 of the whole wall, 0...4, not of a segment
    friend bool operator==(const WallRating&, const WallRating&) = default;
};

} // namespace vertescore
