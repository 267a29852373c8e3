// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/Kappa.h"
#include "core/agreement/Resampling.h"

#include <cstdint>

namespace vertescore {

/// How a kappa changes between two conditions on the same images; the unit of resampling is the image.
struct PairedKappa {
    std::size_t images = 0;
    KappaWeights weights = KappaWeights::Linear;
    Statistic without;    ///< kappa under the first condition
    Statistic with;       ///< under the second
    Statistic difference; ///< with - without
    Statistic standardErrorDelta;
    Interval delta;
    Statistic z;
    Statistic p; ///< two-sided normal
    Statistic standardErrorJackknife;
    Bootstrap bootstrap;
    friend bool operator==(const PairedKappa&, const PairedKappa&) = default;
};

/// The scores of the same images under two conditions, by the same pairs of readers. All samples have the
/// same images in the same order (asserted); with several pairs their mean kappa is compared.
struct PairedSamples {
    std::vector<PairSample> without;
    std::vector<PairSample> with;
    /// Images that are resampled together: those of one patient. Every image is in exactly one cluster.
    std::vector<std::vector<std::uint32_t>> clusters;
};

/// With every weighting, by KappaWeights. resamples: rows over the clusters; without rows the bootstrap stays
/// NotComputed.
std::array<PairedKappa, 3> comparePaired(const PairedSamples& samples, const Resamples& resamples,
                                         const BootstrapOptions& options = {});

} // namespace vertescore
