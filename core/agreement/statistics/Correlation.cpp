// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

bool isConstant(std::span<const double> values) {
    return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Statistic correlation(std::span<const double> x, std::span<const double> y) {
    VERTESCORE_ASSERT(x.size() == y.size());
    if (x.size() < 2) return Undefined::TooFewImages;
    if (isConstant(x) || isConstant(y)) return Undefined::ConstantReader;
    const double meanX = mean(x), meanY = mean(y);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - meanX, dy = y[i] - meanY;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    const double r = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
    // Perfect correlation must come out as such: its limits are defined apart.
    constexpr double rounding = 1e-14;
    return 1 - std::abs(r) < rounding ? std::copysign(1.0, r) : r;
}

/// tanh(atanh r -+ z sqrt(factor / (n - 3)))
Interval fisherInterval(const Statistic& r, std::size_t n, double factor) {
    if (!r.isDefined()) return Interval::undefined(r.reason());
    if (n <= 3) return Interval::undefined(Undefined::TooFewImages);
    if (std::abs(*r) == 1) return {r, r};
    const double reach = kNormalQuantile975 * std::sqrt(factor / static_cast<double>(n - 3));
    return {std::tanh(std::atanh(*r) - reach), std::tanh(std::atanh(*r) + reach)};
}

} // namespace

std::vector<double> midRanks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        const double rank = (static_cast<double>(from + 1) + static_cast<double>(to)) / 2;
        for (; from < to; ++from)
            ranks[order[from]] = rank;
    }
    return ranks;
}

Pearson pearson(std::span<const double> x, std::span<const double> y) {
    const Statistic r = correlation(x, y);
    return {r, fisherInterval(r, x.size(), 1)};
}

Spearman spearman(std::span<const double> x, std::span<const double> y) {
    const Statistic rho = correlation(midRanks(x), midRanks(y));
    const double square = rho.isDefined() ? *rho * *rho : 0;
    return {rho, fisherInterval(rho, x.size(), 1), fisherInterval(rho, x.size(), 1.06),
            fisherInterval(rho, x.size(), 1 + square / 2)};
}

Statistic kendallTauB(std::span<const double> x, std::span<const double> y) {
    VERTESCORE_ASSERT(x.size() == y.size());
    if (x.size() < 2) return Undefined::TooFewImages;
    if (isConstant(x) || isConstant(y)) return Undefined::ConstantReader;
    double balance = 0, untiedX = 0, untiedY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int signX = (x[i] > x[j]) - (x[i] < x[j]);
            const int signY = (y[i] > y[j]) - (y[i] < y[j]);
            balance += signX * signY;
            untiedX += signX != 0;
            untiedY += signY != 0;
        }
    }
    return balance / std::sqrt(untiedX * untiedY);
}

} // namespace vertescore
