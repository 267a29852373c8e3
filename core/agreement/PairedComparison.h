// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/Kappa.h"

#include <cstdint>

namespace vertescore {

/// Rows of image indices, 0-based: which images make up each resample.
struct Resamples {
    std::vector<std::vector<std::uint32_t>> rows;
    std::optional<std::uint64_t> seed; ///< when drawn here; nothing when read from a file
};

/// Draws rows of n indices; row r depends on seed and r alone, so it is the same for any number of threads.
Resamples drawResamples(std::size_t n, std::size_t rows, std::uint64_t seed);

struct BcaInterval {
    Statistic z0;
    Statistic acceleration;
    Interval interval;                ///< acceleration from the mean-centred jackknife (Efron)
    Interval jackknifeAroundEstimate; ///< jackknife centred on the estimate, as boot's type "jack"
    Interval regression;              ///< regression on resampling frequencies, as boot.ci for B > n
    friend bool operator==(const BcaInterval&, const BcaInterval&) = default;
};

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
    std::size_t resamples = 0;          ///< used
    std::size_t undefinedResamples = 0; ///< dropped: no expected disagreement
    std::optional<std::uint64_t> seed;
    Statistic bootstrapMean;
    Statistic bootstrapStandardError;
    Interval percentile; ///< the default
    Interval basic;
    Interval normal;
    BcaInterval bca;
    friend bool operator==(const PairedKappa&, const PairedKappa&) = default;
};

/// The scores of the same images under two conditions, by the same pairs of readers. All samples have the
/// same images in the same order (asserted); with several pairs their mean kappa is compared.
struct PairedSamples {
    std::vector<PairSample> without;
    std::vector<PairSample> with;
};

PairedKappa comparePaired(const PairedSamples& samples, KappaWeights weights, const Resamples& resamples);

/// Order statistics with normal interpolation at rank (B + 1) alpha, as boot's norm.inter. sorted: ascending.
Statistic resampleQuantile(std::span<const double> sorted, double alpha);

} // namespace vertescore
