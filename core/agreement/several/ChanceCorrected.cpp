// SPDX-License-Identifier: GPL-3.0-or-later
// Fleiss, Gwet and Krippendorff: coefficients made of how often each image received each category.
#include "core/agreement/several/SeveralReaders.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <cstdlib>
#include <numeric>

namespace vertescore {
namespace {

using Counts = std::vector<double>; ///< readings per category

struct CountTable {
    std::vector<Counts> images; ///< rated images only
    std::size_t categories = 0;

    static double readings(const Counts& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0.0);
    }
};

CountTable countTable(const ScoreMatrix& matrix, std::size_t minimumReadings) {
    CountTable table;
    table.categories = static_cast<std::size_t>(matrix.categories);
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        Counts counts(table.categories);
        for (const auto& score : matrix.row(image))
            if (score) counts[static_cast<std::size_t>(*score)] += 1;
        const double readings = CountTable::readings(counts);
        if (readings > 0 && readings >= static_cast<double>(minimumReadings))
            table.images.push_back(std::move(counts));
    }
    return table;
}

using Weights = std::vector<std::vector<double>>;

Weights agreementWeights(std::size_t categories, bool quadratic) {
    Weights weights(categories, std::vector<double>(categories));
    const double widest = static_cast<double>(categories) - 1;
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const double apart = (static_cast<double>(i) - static_cast<double>(j)) / widest;
            weights[i][j] = quadratic ? 1 - apart * apart : static_cast<double>(i == j);
        }
    }
    return weights;
}

/// Mean over rated images of the share of each category.
Counts meanShares(const CountTable& table) {
    Counts shares(table.categories);
    for (const Counts& counts : table.images)
        for (std::size_t k = 0; k < table.categories; ++k)
            shares[k] += counts[k] / CountTable::readings(counts) / static_cast<double>(table.images.size());
    return shares;
}

/// Weighted share of agreeing pairs of one image; nothing when it has a single reading.
std::optional<double> pairAgreement(const Counts& counts, const Weights& weights) {
    const double readings = CountTable::readings(counts);
    if (readings < 2) return std::nullopt;
    double sum = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        const double weighted = std::inner_product(counts.begin(), counts.end(), weights[k].begin(), 0.0);
        sum += counts[k] * (weighted - 1);
    }
    return sum / (readings * (readings - 1));
}

/// Chance agreement: of one image's shares against the mean shares; linear in the first.
template <typename OfImage>
GappedCoefficient gappedCoefficient(const CountTable& table, const Weights& weights,
                                    const OfImage& chanceOf) {
    std::vector<std::optional<double>> agreement;
    double sum = 0, pairable = 0;
    for (const Counts& counts : table.images) {
        agreement.push_back(pairAgreement(counts, weights));
        if (!agreement.back()) continue;
        sum += *agreement.back();
        pairable += 1;
    }
    const auto undefined = [](Undefined reason) {
        return GappedCoefficient{reason, reason, Interval::undefined(reason)};
    };
    if (pairable < 2) return undefined(Undefined::TooFewImages);
    const auto n = static_cast<double>(table.images.size());
    const Counts shares = meanShares(table);
    const double pa = sum / pairable, pe = chanceOf(shares, shares);
    constexpr double rounding = 1e-12;
    if (1 - pe < rounding) return undefined(Undefined::NoExpectedDisagreement);
    const double estimate = (pa - pe) / (1 - pe);
    double squares = 0;
    for (std::size_t i = 0; i < table.images.size(); ++i) {
        Counts own = table.images[i];
        const double readings = CountTable::readings(own);
        for (double& count : own)
            count /= readings;
        const double gain = agreement[i] ? n / pairable * (*agreement[i] - pe) / (1 - pe) : 0;
        const double x = gain - 2 * (1 - estimate) * (chanceOf(own, shares) - pe) / (1 - pe);
        squares += (x - estimate) * (x - estimate);
    }
    const double standardError = std::sqrt(squares / (n * (n - 1)));
    const double reach = boost::math::quantile(boost::math::students_t(n - 1), 0.975) * standardError;
    return {estimate, standardError, {estimate - reach, estimate + reach}};
}

GappedCoefficient gwet(const ScoreMatrix& matrix, bool quadratic) {
    const CountTable table = countTable(matrix, 1);
    const Weights weights = agreementWeights(table.categories, quadratic);
    double total = 0;
    for (const auto& row : weights)
        total = std::accumulate(row.begin(), row.end(), total);
    const auto k = static_cast<double>(table.categories);
    return gappedCoefficient(table, weights,
                             [scale = total / (k * (k - 1))](const Counts& own, const Counts& mean) {
                                 double sum = 0;
                                 for (std::size_t i = 0; i < own.size(); ++i)
                                     sum += own[i] * (1 - mean[i]);
                                 return scale * sum;
                             });
}

/// Values of pairable images, counted by category, and how often each pair of categories coincides in one
/// image.
struct Coincidences {
    Weights pairs;
    Counts values;
    double total = 0;
};

Coincidences coincidencesOf(const CountTable& table) {
    Coincidences result{Weights(table.categories, Counts(table.categories)), Counts(table.categories), 0};
    for (const Counts& counts : table.images) {
        const double readings = CountTable::readings(counts);
        for (std::size_t c = 0; c < table.categories; ++c) {
            result.values[c] += counts[c];
            for (std::size_t k = 0; k < table.categories; ++k)
                result.pairs[c][k] += counts[c] * counts[k] / (readings - 1);
        }
        result.total += readings;
    }
    return result;
}

template <typename Distance>
Statistic alpha(const Coincidences& found, const Distance& distance) {
    double observed = 0, expected = 0;
    for (std::size_t c = 0; c < found.values.size(); ++c) {
        for (std::size_t k = 0; k < c; ++k) {
            const double square = distance(c, k) * distance(c, k);
            observed += found.pairs[c][k] * square;
            expected += found.values[c] * found.values[k] * square;
        }
    }
    if (expected == 0) return Undefined::NoExpectedDisagreement;
    return 1 - (found.total - 1) * observed / expected;
}

} // namespace

FleissKappa fleissKappa(const ScoreMatrix& matrix) {
    const CountTable table = countTable(matrix, matrix.raters.size());
    const auto m = static_cast<double>(matrix.raters.size()), n = static_cast<double>(table.images.size());
    if (n < 2 || m < 2) return {Undefined::TooFewImages, Undefined::TooFewImages, Undefined::TooFewImages};
    const Weights identity = agreementWeights(table.categories, false);
    double observed = 0;
    for (const Counts& counts : table.images)
        observed += *pairAgreement(counts, identity) / n;
    double squares = 0, spread = 0, skew = 0;
    for (const double p : meanShares(table)) {
        squares += p * p;
        spread += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    constexpr double rounding = 1e-12;
    const Undefined same = Undefined::NoExpectedDisagreement;
    if (1 - squares < rounding) return {same, same, same};
    const double estimate = (observed - squares) / (1 - squares);
    const double standardError =
        std::sqrt(2 / (n * m * (m - 1))) * std::sqrt(spread * spread - skew) / spread;
    if (standardError < rounding) return {estimate, standardError, Undefined::NoVariance};
    return {estimate, standardError, estimate / standardError};
}

GappedCoefficient fleissKappaWithGaps(const ScoreMatrix& matrix) {
    const CountTable table = countTable(matrix, 1);
    return gappedCoefficient(table, agreementWeights(table.categories, false),
                             [](const Counts& own, const Counts& mean) {
                                 return std::inner_product(own.begin(), own.end(), mean.begin(), 0.0);
                             });
}

GappedCoefficient gwetAc1(const ScoreMatrix& matrix) {
    return gwet(matrix, false);
}
GappedCoefficient gwetAc2(const ScoreMatrix& matrix) {
    return gwet(matrix, true);
}

KrippendorffAlpha krippendorffAlpha(const ScoreMatrix& matrix) {
    const CountTable table = countTable(matrix, 2);
    const Undefined few = Undefined::TooFewImages;
    if (table.images.size() < 2) return {few, few, few};
    const Coincidences found = coincidencesOf(table);
    const auto ordinal = [&found](std::size_t high, std::size_t low) {
        double between = 0;
        for (std::size_t g = low; g <= high; ++g)
            between += found.values[g];
        return between - (found.values[high] + found.values[low]) / 2;
    };
    const auto interval = [](std::size_t high, std::size_t low) { return static_cast<double>(high - low); };
    return {alpha(found, [](std::size_t, std::size_t) { return 1.0; }), alpha(found, ordinal),
            alpha(found, interval)};
}

} // namespace vertescore
