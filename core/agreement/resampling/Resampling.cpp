// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/Resampling.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

double normalQuantile(double share) {
    return boost::math::quantile(boost::math::normal(), share);
}
double normalShare(double z) {
    return boost::math::cdf(boost::math::normal(), z);
}

/// a = sum l^3 / (6 (sum l^2)^1.5)
Statistic accelerationOf(std::span<const double> influence) {
    double squares = 0, cubes = 0;
    for (const double value : influence) {
        squares += value * value;
        cubes += value * value * value;
    }
    if (squares == 0) return Undefined::NoVariance;
    return cubes / (6 * std::pow(squares, 1.5));
}

Interval bcaLimits(std::span<const double> sorted, const Statistic& z0, const Statistic& acceleration) {
    if (!z0.isDefined()) return Interval::undefined(z0.reason());
    if (!acceleration.isDefined()) return Interval::undefined(acceleration.reason());
    const auto limit = [&](double z) -> Statistic {
        const double shifted = *z0 + z;
        const double denominator = 1 - *acceleration * shifted;
        if (denominator <= 0) return Undefined::DenominatorNotPositive;
        return resampleQuantile(sorted, normalShare(*z0 + shifted / denominator));
    };
    return {limit(-kNormalQuantile975), limit(kNormalQuantile975)};
}

/// Solves A x = b for a symmetric positive definite A (Cholesky); nothing when it is not.
std::optional<std::vector<double>> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            a[j][j] -= a[j][k] * a[j][k];
        constexpr double singular = 1e-10;
        if (a[j][j] < singular) return std::nullopt;
        a[j][j] = std::sqrt(a[j][j]);
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

/// Empirical influence by least squares of the replicates on how often each case was drawn. The frequencies
/// add up to n, so the first case is left out of the regression; centring afterwards makes the choice
/// immaterial.
std::optional<std::vector<double>> regressionInfluence(std::span<const std::optional<double>> replicates,
                                                       const Resamples& resamples, std::size_t cases,
                                                       double mean) {
    if (replicates.size() <= cases || cases < 2) return std::nullopt;
    const std::size_t columns = cases - 1;
    std::vector<double> meanDrawn(cases), drawn(cases), right(columns);
    std::vector<std::vector<double>> normal(columns, std::vector<double>(columns));
    double used = 0;
    for (std::size_t b = 0; b < replicates.size(); ++b) {
        if (!replicates[b]) continue;
        used += 1;
        for (std::size_t i = 0; i < cases; ++i)
            meanDrawn[i] += resamples.count(b, i);
    }
    for (std::size_t b = 0; b < replicates.size(); ++b) {
        if (!replicates[b]) continue;
        for (std::size_t i = 0; i < cases; ++i)
            drawn[i] = resamples.count(b, i) - meanDrawn[i] / used;
        for (std::size_t i = 0; i < columns; ++i) {
            right[i] += drawn[i + 1] * (*replicates[b] - mean);
            for (std::size_t j = 0; j <= i; ++j)
                normal[i][j] += drawn[i + 1] * drawn[j + 1];
        }
    }
    auto slopes = solve(std::move(normal), std::move(right));
    if (!slopes) return std::nullopt;
    slopes->insert(slopes->begin(), 0.0);
    const double centre = std::accumulate(slopes->begin(), slopes->end(), 0.0) / static_cast<double>(cases);
    for (double& slope : *slopes)
        slope -= centre;
    return slopes;
}

std::vector<double> distancesFrom(double centre, std::span<const double> values) {
    std::vector<double> distances;
    for (const double value : values)
        distances.push_back(centre - value);
    return distances;
}

BcaLimits bcaOf(double estimate, std::span<const double> sorted, const Statistic& z0,
                std::span<const double> leaveOneOut) {
    const double centre = std::accumulate(leaveOneOut.begin(), leaveOneOut.end(), 0.0) /
                          static_cast<double>(leaveOneOut.size());
    BcaLimits bca;
    bca.z0 = z0;
    bca.acceleration = accelerationOf(distancesFrom(centre, leaveOneOut));
    bca.interval = bcaLimits(sorted, z0, bca.acceleration);
    bca.jackknifeAroundEstimate = bcaLimits(sorted, z0, accelerationOf(distancesFrom(estimate, leaveOneOut)));
    return bca;
}

} // namespace

double resampleQuantile(std::span<const double> sorted, double alpha) {
    VERTESCORE_ASSERT(!sorted.empty());
    const double count = static_cast<double>(sorted.size());
    const double rank = (count + 1) * alpha;
    constexpr double rounding = 1e-9;
    const double whole = std::floor(rank + rounding);
    if (whole < 1) return sorted.front();
    if (whole >= count) return sorted.back();
    const auto k = static_cast<std::size_t>(whole);
    if (std::abs(rank - whole) < rounding) return sorted[k - 1];
    const double below = normalQuantile(whole / (count + 1)),
                 above = normalQuantile((whole + 1) / (count + 1));
    return sorted[k - 1] + (normalQuantile(alpha) - below) / (above - below) * (sorted[k] - sorted[k - 1]);
}

Bootstrap summarizeBootstrap(double estimate, std::span<const std::optional<double>> replicates,
                             std::span<const double> leaveOneOut, const Resamples& resamples,
                             const BootstrapOptions& options) {
    std::vector<double> sorted;
    for (const auto& replicate : replicates)
        if (replicate) sorted.push_back(*replicate);
    Bootstrap result;
    result.seed = resamples.seed();
    result.resamples = sorted.size();
    result.dropped = replicates.size() - sorted.size();
    if (sorted.size() < 2) return result;
    std::ranges::sort(sorted);
    const auto count = static_cast<double>(sorted.size());
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
    double squares = 0, below = 0;
    for (const double replicate : sorted) {
        squares += (replicate - mean) * (replicate - mean);
        below += replicate < estimate;
    }
    const double standardError = std::sqrt(squares / (count - 1));
    const double low = resampleQuantile(sorted, 0.025), high = resampleQuantile(sorted, 0.975);
    result.mean = mean;
    result.standardError = standardError;
    result.percentile = {low, high};
    result.basic = {2 * estimate - high, 2 * estimate - low};
    result.normal = {2 * estimate - mean - kNormalQuantile975 * standardError,
                     2 * estimate - mean + kNormalQuantile975 * standardError};
    if (leaveOneOut.empty()) return result;
    const Statistic z0 = below == 0 || below == count ? Statistic(Undefined::NoVariance)
                                                      : Statistic(normalQuantile(below / count));
    result.bca = bcaOf(estimate, sorted, z0, leaveOneOut);
    if (!options.regressionBca) return result;
    if (const auto slopes = regressionInfluence(replicates, resamples, leaveOneOut.size(), mean))
        result.bca.regression = bcaLimits(sorted, z0, accelerationOf(*slopes));
    return result;
}

} // namespace vertescore
