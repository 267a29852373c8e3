// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "core/agreement/statistics/Statistic.h"

namespace vertescore {

/// The images that two raters both scored, and how many fell out and why.
struct PairSample {
    int categories = 0;
    std::vector<std::string> images;
    std::vector<int> first; ///< 0...categories - 1, one per image
    std::vector<int> second;
    std::size_t excludedNotRead = 0;     ///< at least one of the two did not read it
    std::size_t excludedNotReadable = 0; ///< both read it, one found it not readable

    std::size_t size() const { return first.size(); }
    /// counts[i][j]: images to which the first gave i and the second j.
    std::vector<std::vector<int>> confusion() const;
    friend bool operator==(const PairSample&, const PairSample&) = default;
};

PairSample pairSample(const ScoreMatrix& matrix, std::size_t first, std::size_t second);

/// Shares of equal scores and of scores at most one apart, percent.
struct RawAgreement {
    Statistic exactPercent;
    Statistic withinOnePercent;
    friend bool operator==(const RawAgreement&, const RawAgreement&) = default;
};
RawAgreement rawAgreement(const PairSample& sample);

} // namespace vertescore
