// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"

namespace vertescore {

/// Images of a study that are looked at apart from the others.
struct Stratum {
    std::string grouping;            ///< by what: "burden", "scanner"
    std::string name;                ///< "low"
    std::vector<std::string> images; ///< sorted
    friend bool operator==(const Stratum&, const Stratum&) = default;
};
/// "burden:low"
std::string stratumKey(const Stratum& stratum);

/// Low, moderate and high burden, in this order, empty ones too. An image belongs where its mean total lies,
/// over all readers and conditions that have one (of several sessions the first): the same for both readers
/// of any pair and under both conditions of a comparison, so that no stratum is chosen by one of the readings
/// that are compared. Images without any total are in none.
std::vector<Stratum> burdenStrata(const RatingTable& table, const CategoryBounds& bounds);

/// One for each group, by name; nothing when all images are of one group.
std::vector<Stratum> groupStrata(const std::string& grouping,
                                 const std::map<std::string, std::string>& groupOf);

/// The rows of these images (sorted) alone.
ScoreMatrix onlyImages(const ScoreMatrix& matrix, const std::vector<std::string>& images);

} // namespace vertescore
