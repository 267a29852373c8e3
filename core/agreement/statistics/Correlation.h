// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Statistic.h"

#include <span>
#include <vector>

namespace vertescore {

/// Product-moment correlation with Fisher's interval tanh(atanh r -+ z / sqrt(n - 3)).
struct Pearson {
    Statistic r;
    Interval fisher;
    friend bool operator==(const Pearson&, const Pearson&) = default;
};

/// Pearson correlation of the mid-ranks. Default interval: Bonett & Wright 2000.
struct Spearman {
    Statistic rho;
    Interval fisher;       ///< se^2 = 1 / (n - 3)
    Interval fieller;      ///< 1.06 / (n - 3)
    Interval bonettWright; ///< (1 + rho^2 / 2) / (n - 3)
    friend bool operator==(const Spearman&, const Spearman&) = default;
};

/// x and y: one value per image, of the same length (asserted).
Pearson pearson(std::span<const double> x, std::span<const double> y);
Spearman spearman(std::span<const double> x, std::span<const double> y);
/// Kendall's tau-b: corrected for ties in either.
Statistic kendallTauB(std::span<const double> x, std::span<const double> y);

/// Ranks 1...n, ties sharing their mean.
std::vector<double> midRanks(std::span<const double> values);

} // namespace vertescore
