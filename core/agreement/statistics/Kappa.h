// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/PairSample.h"

#include <array>
#include <string_view>
#include <vector>

namespace vertescore {

/// How much a disagreement between two scores weighs: all the same, their distance, or its square.
enum class KappaWeights { Unweighted, Linear, Quadratic };
inline constexpr std::array<KappaWeights, 3> kKappaWeights{KappaWeights::Unweighted, KappaWeights::Linear,
                                                           KappaWeights::Quadratic};
std::string_view kappaWeightsKey(KappaWeights weights); ///< "unw", "lin", "quad"

/// Disagreement weights over the declared categories: square, row = first rater; zero on the diagonal. Scale
/// cancels.
using DisagreementWeights = std::vector<std::vector<double>>;
DisagreementWeights disagreementWeights(KappaWeights weights, int categories);

/// Cohen's kappa 1 - qo/qe (Cohen 1960, 1968).
struct Kappa {
    Statistic estimate;
    Statistic standardError;     ///< non-null: Fleiss, Cohen & Everitt 1969; for intervals
    Statistic standardErrorNull; ///< under kappa = 0; for the test only
    Interval wald;               ///< estimate -+ z se, may pass 1
    std::vector<double>
        influence; ///< of each image on the estimate; empty when undefined. se^2 = sum of squares / n^2
    friend bool operator==(const Kappa&, const Kappa&) = default;
};

Kappa kappa(const PairSample& sample, const DisagreementWeights& weights);
Kappa kappa(const PairSample& sample, KappaWeights weights);

} // namespace vertescore
