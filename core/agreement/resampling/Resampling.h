// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resamples.h"
#include "core/agreement/statistics/Statistic.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vertescore {

/// Bias-corrected and accelerated limits (Efron 1987), with the three accelerations in use.
struct BcaLimits {
    Statistic z0;
    Statistic acceleration;           ///< of `interval`
    Interval interval;                ///< jackknife centred on its mean; the default
    Interval jackknifeAroundEstimate; ///< jackknife centred on the estimate
    Interval regression;              ///< regression of the replicates on the resampling frequencies
    friend bool operator==(const BcaLimits&, const BcaLimits&) = default;
};

struct Bootstrap {
    std::size_t resamples = 0; ///< used
    std::size_t dropped = 0;   ///< in which the statistic is undefined
    std::optional<std::uint64_t> seed;
    Statistic mean;
    Statistic standardError;
    Interval percentile; ///< the default: best coverage in sparse data of the intervals here
    Interval basic;
    Interval normal;
    BcaLimits bca;
    friend bool operator==(const Bootstrap&, const Bootstrap&) = default;
};

/// Which intervals cost extra.
struct BootstrapOptions {
    bool regressionBca = false; ///< BcaLimits::regression, about B n^2 / 2 steps; needs B > n
};

/// replicates: the statistic of each resample, nothing where undefined. leaveOneOut: of the cases without
/// each one; empty when any of those is undefined (then no BCa limits).
Bootstrap summarizeBootstrap(double estimate, std::span<const std::optional<double>> replicates,
                             std::span<const double> leaveOneOut, const Resamples& resamples,
                             const BootstrapOptions& options = {});

/// The order statistic at rank (B + 1) alpha, between two of them by interpolation on the normal scale; the
/// outermost ones beyond the ends. (Davison & Hinkley 1997, eq. 5.8.) sorted: ascending, not empty.
double resampleQuantile(std::span<const double> sorted, double alpha);

} // namespace vertescore
