// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resampling.h"
#include "core/agreement/statistics/Kappa.h"

#include <cstdint>
#include <optional>
#include <stop_token>

namespace vertescore {

/// How a statistic changes between two conditions on the same images; the unit of resampling is the image.
struct PairedChange {
    std::size_t images = 0;
    Statistic without; ///< under the first condition
    /// Of one pair Wald, Fisher or that of the ICC. Of a mean of several pairs the bootstrap's percentiles,
    /// and NotComputed without resamples.
    Interval withoutInterval;
    Statistic with;        ///< under the second
    Interval withInterval; ///< likewise
    Statistic difference;  ///< with - without
    Statistic standardErrorJackknife;
    Bootstrap bootstrap;
    friend bool operator==(const PairedChange&, const PairedChange&) = default;
};

struct PairedKappa : PairedChange {
    KappaWeights weights = KappaWeights::Linear;
    Statistic standardErrorDelta;
    Interval delta;
    Statistic z;
    Statistic p; ///< two-sided normal
    friend bool operator==(const PairedKappa&, const PairedKappa&) = default;
};

struct PairedComparison {
    std::array<PairedKappa, 3> kappas; ///< by KappaWeights
    std::optional<PairedChange> pearson;
    std::optional<PairedChange> icc21; ///< absolute agreement of single readings
    friend bool operator==(const PairedComparison&, const PairedComparison&) = default;
};

/// Whether the scores are amounts: a category has kappas alone.
enum class ScoreKind { Amounts, Categories };

/// The scores of the same images under two conditions, by the same pairs of readers. All samples have the
/// same images in the same order (asserted); with several pairs the mean of their statistics is compared.
struct PairedSamples {
    std::vector<PairSample> without;
    std::vector<PairSample> with;
    /// Images that are resampled together: those of one patient. Every image is in exactly one cluster.
    std::vector<std::vector<std::uint32_t>> clusters;
};

/// resamples: of the clusters; without any the bootstrap stays NotComputed. Throws Stopped between two blocks
/// of resamples once asked to.
PairedComparison comparePaired(const PairedSamples& samples, ScoreKind kind, const Resamples& resamples,
                               const BootstrapOptions& options = {}, const std::stop_token& stop = {});

} // namespace vertescore
