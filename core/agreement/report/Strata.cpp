// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/Strata.h"

#include <algorithm>

namespace vertescore {
namespace {

struct MeanTotal {
    int sum = 0;
    int readings = 0;
};

std::map<std::string, MeanTotal> meanTotals(const RatingTable& table) {
    std::map<std::string, MeanTotal> totals;
    const RatingKey* last = nullptr;
    for (const auto& [key, rating] : table.ratings()) {
        // Sorted by session last: of several sessions the first one comes first.
        const bool isRepeat = last && last->image == key.image && last->reader == key.reader &&
                              last->condition == key.condition;
        last = &key;
        const auto total = rating.sheet.total();
        if (isRepeat || !total) continue;
        totals[key.image].sum += *total;
        ++totals[key.image].readings;
    }
    return totals;
}

/// Whether a mean total has reached a bound: in whole numbers, so that no rounding decides.
bool reaches(const MeanTotal& total, int bound) {
    return total.sum >= bound * total.readings;
}

} // namespace

std::string stratumKey(const Stratum& stratum) {
    return stratum.grouping + ":" + stratum.name;
}

std::vector<Stratum> burdenStrata(const RatingTable& table, const CategoryBounds& bounds) {
    std::vector<Stratum> strata;
    for (const BurdenCategory category :
         {BurdenCategory::Low, BurdenCategory::Moderate, BurdenCategory::High})
        strata.push_back({"burden", std::string(burdenCategoryName(category)), {}});
    for (const auto& [image, total] : meanTotals(table)) {
        const BurdenCategory category = reaches(total, bounds.highFrom)       ? BurdenCategory::High
                                        : reaches(total, bounds.moderateFrom) ? BurdenCategory::Moderate
                                                                              : BurdenCategory::Low;
        strata[static_cast<std::size_t>(category)].images.push_back(image);
    }
    return strata;
}

std::vector<Stratum> groupStrata(const std::string& grouping,
                                 const std::map<std::string, std::string>& groupOf) {
    std::map<std::string, Stratum> strata;
    for (const auto& [image, group] : groupOf) {
        Stratum& stratum = strata.try_emplace(group, Stratum{grouping, group, {}}).first->second;
        stratum.images.push_back(image);
    }
    if (strata.size() < 2) return {};
    std::vector<Stratum> result;
    for (auto& [group, stratum] : strata)
        result.push_back(std::move(stratum));
    return result;
}

ScoreMatrix onlyImages(const ScoreMatrix& matrix, const std::vector<std::string>& images) {
    ScoreMatrix result;
    result.categories = matrix.categories;
    result.raters = matrix.raters;
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        if (!std::ranges::binary_search(images, matrix.images[image])) continue;
        result.images.push_back(matrix.images[image]);
        for (std::size_t rater = 0; rater < matrix.raters.size(); ++rater) {
            result.scores.push_back(matrix.row(image)[rater]);
            result.gaps.push_back(matrix.gap(image, rater));
        }
    }
    return result;
}

} // namespace vertescore
