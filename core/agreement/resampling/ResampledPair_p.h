// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Kappa.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vertescore {

/// Kappa by KappaWeights, Pearson, ICC(2,1).
inline constexpr std::size_t kPearson = kKappaWeights.size();
inline constexpr std::size_t kIcc21 = kPearson + 1;
using Compared = std::array<std::optional<double>, kIcc21 + 1>; ///< nothing where undefined

/// Sums of one sample's scores x and y, in whole numbers.
struct ScoreSums {
    std::int64_t n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    std::optional<double> pearson() const {
        const auto spread = static_cast<double>(n * xx - x * x) * static_cast<double>(n * yy - y * y);
        if (spread <= 0) return std::nullopt;
        return static_cast<double>(n * xy - x * y) / std::sqrt(spread);
    }

    /// Two-way mean squares of two readers from sums and differences s = x + y, d = x - y (Shrout & Fleiss
    /// 1979, form 2,1): 2 n SSR = n sum s^2 - (sum s)^2, 2 n SSE = n sum d^2 - (sum d)^2, 2 n SSC = (sum
    /// d)^2.
    std::optional<double> icc21() const {
        if (n < 2) return std::nullopt;
        const auto images = static_cast<double>(n);
        const double scale = 2 * images;
        const auto between = static_cast<double>(n * (xx + yy + 2 * xy) - (x + y) * (x + y));
        const auto residual = static_cast<double>(n * (xx + yy - 2 * xy) - (x - y) * (x - y));
        const double meanImages = between / scale / (images - 1), meanError = residual / scale / (images - 1);
        const double meanReaders = static_cast<double>((x - y) * (x - y)) / scale;
        const double whole = meanImages + meanError + 2 / images * (meanReaders - meanError);
        if (between <= 0 || whole <= 0) return std::nullopt;
        return (meanImages - meanError) / whole;
    }
};

/// All statistics of many resamples of one sample in one pass each: margins, disagreements and products are
/// counted as whole numbers, the expected disagreement follows in O(K).
class ResampledPair {
public:
    explicit ResampledPair(const PairSample& sample)
        : m_categories(static_cast<std::size_t>(sample.categories)) {
        VERTESCORE_ASSERT(m_categories <= kMostCategories);
        for (std::size_t i = 0; i < sample.size(); ++i)
            m_scores.push_back(
                {static_cast<std::uint8_t>(sample.first[i]), static_cast<std::uint8_t>(sample.second[i])});
    }

    Compared of(std::span<const std::uint32_t> images) const {
        Margin first{}, second{};
        std::int64_t unequal = 0, distance = 0;
        ScoreSums sums;
        for (const std::uint32_t image : images) {
            const auto [x, y] = m_scores[image];
            ++first[x];
            ++second[y];
            const int apart = x > y ? x - y : y - x;
            unequal += apart != 0;
            distance += apart;
            sums.x += x;
            sums.y += y;
            sums.xx += x * x;
            sums.yy += y * y;
            sums.xy += x * y;
        }
        const auto n = static_cast<std::int64_t>(images.size());
        sums.n = n;
        const std::int64_t square = sums.xx + sums.yy - 2 * sums.xy;
        return {kappaOf(unequal * n, expectedUnequal(first, second, n)),
                kappaOf(distance * n, expectedDistance(first, second, n)),
                kappaOf(square * n, (sums.xx + sums.yy) * n - 2 * sums.x * sums.y), sums.pearson(),
                sums.icc21()};
    }

private:
    static constexpr std::size_t kMostCategories = 32;
    using Margin = std::array<std::int64_t, kMostCategories>;
    struct Scores {
        std::uint8_t first, second;
    };

    static std::optional<double> kappaOf(std::int64_t observed, std::int64_t expected) {
        if (expected == 0) return std::nullopt;
        return 1 - static_cast<double>(observed) / static_cast<double>(expected);
    }

    // n^2 times qe, with counts for shares.
    std::int64_t expectedUnequal(const Margin& first, const Margin& second, std::int64_t n) const {
        std::int64_t equal = 0;
        for (std::size_t k = 0; k < m_categories; ++k)
            equal += first[k] * second[k];
        return n * n - equal;
    }
    std::int64_t expectedDistance(const Margin& first, const Margin& second, std::int64_t n) const {
        std::int64_t sum = 0, firstBelow = 0, secondBelow = 0; // |i - j| counts the cuts between i and j
        for (std::size_t k = 0; k < m_categories; ++k) {
            firstBelow += first[k];
            secondBelow += second[k];
            sum += firstBelow * (n - secondBelow) + secondBelow * (n - firstBelow);
        }
        return sum;
    }

    std::size_t m_categories;
    std::vector<Scores> m_scores;
};

} // namespace vertescore
