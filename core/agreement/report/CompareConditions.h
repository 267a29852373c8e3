// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/report/Strata.h"
#include "core/agreement/resampling/PairedComparison.h"

#include <string_view>
#include <utility>

namespace vertescore {

/// What stands for the readers where the mean of all their pairs is compared.
inline constexpr std::string_view kMeanOfPairs = "mean_pairs";

/// With against without guides, one unit, one pair of readers or the mean of all pairs.
struct PairedAgreement {
    Unit unit;
    std::string readers; ///< "R1-R2" or kMeanOfPairs
    PairedComparison comparison;
    std::string stratum = {}; ///< "burden:low"; empty: all images
};

struct ConditionComparison {
    std::pair<std::string, std::string> conditions; ///< without, with
    CategoryBounds bounds;
    ResampleSource resamples;
    BootstrapOptions bootstrap;
    unsigned threads = 1;      ///< 0: as many as the processor has
    std::stop_token stop = {}; ///< asked between blocks of resamples; throws Stopped
};

/// Resampling cases of these images: the images of one patient together, every other image alone.
std::vector<std::vector<std::uint32_t>> clustersOf(const RatingTable& table,
                                                   const std::vector<std::string>& images);

/// Every pair of the readers that both conditions have, and with more than two readers the mean of the pairs,
/// on unitsOf() the table. Empty with fewer than two such readers.
std::vector<PairedAgreement> compareConditions(const RatingTable& table, const ConditionComparison& how);
/// The same within each stratum, of the mean of the pairs (of the one pair) alone, without the limits that
/// cost extra.
std::vector<PairedAgreement> compareConditionsByStratum(const RatingTable& table,
                                                        const ConditionComparison& how,
                                                        const std::vector<Stratum>& strata);

} // namespace vertescore
