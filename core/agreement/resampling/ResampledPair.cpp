// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/ResampledPair_p.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

constexpr std::size_t kSideBySide = Resamples::kSideBySide;
constexpr std::size_t kMostCategories = 32;
using Counts = std::array<std::uint32_t, kSideBySide>;

void add(Counts& to, const Counts& counts) {
    for (std::size_t i = 0; i < kSideBySide; ++i)
        to[i] += counts[i];
}

/// How often each score and each distance of two scores occurs in the resamples of a block. Filled up to the
/// number of categories.
struct BlockTable {
    std::array<Counts, kMostCategories> first, second, apart;

    explicit BlockTable(std::size_t categories) {
        for (auto* margin : {&first, &second, &apart})
            std::fill_n(margin->begin(), categories, Counts{});
    }
};

/// What the statistics of one resample follow from; x and y are the scores.
struct Sums {
    std::int64_t n = 0, x = 0, y = 0, xx = 0, yy = 0;
    std::int64_t unequal = 0, distance = 0, square = 0;   ///< sums of the three disagreements
    std::int64_t expectedEqual = 0, expectedDistance = 0; ///< n^2 times what the margins let expect

    std::optional<double> kappa(std::int64_t observed, std::int64_t expected) const {
        if (expected == 0) return std::nullopt;
        return 1 - static_cast<double>(observed * n) / static_cast<double>(expected);
    }

    std::optional<double> pearson() const {
        const std::int64_t xy = (xx + yy - square) / 2;
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
        const auto between = static_cast<double>(n * (2 * (xx + yy) - square) - (x + y) * (x + y));
        const auto residual = static_cast<double>(n * square - (x - y) * (x - y));
        const double meanImages = between / scale / (images - 1), meanError = residual / scale / (images - 1);
        const double meanReaders = static_cast<double>((x - y) * (x - y)) / scale;
        const double whole = meanImages + meanError + 2 / images * (meanReaders - meanError);
        if (between <= 0 || whole <= 0) return std::nullopt;
        return (meanImages - meanError) / whole;
    }

    Compared compared() const {
        return {kappa(unequal, n * n - expectedEqual), kappa(distance, expectedDistance),
                kappa(square, (xx + yy) * n - 2 * x * y), pearson(), icc21()};
    }
};

Sums sumsOf(const BlockTable& table, std::size_t categories, std::size_t resample) {
    Sums sums;
    for (std::size_t k = 0; k < categories; ++k)
        sums.n += table.first[k][resample];
    std::int64_t firstBelow = 0, secondBelow = 0; // |i - j| counts the cuts between i and j
    for (std::size_t k = 0; k < categories; ++k) {
        const auto score = static_cast<std::int64_t>(k);
        const std::int64_t first = table.first[k][resample], second = table.second[k][resample],
                           apart = table.apart[k][resample];
        sums.x += score * first;
        sums.y += score * second;
        sums.xx += score * score * first;
        sums.yy += score * score * second;
        sums.unequal += k == 0 ? 0 : apart;
        sums.distance += score * apart;
        sums.square += score * score * apart;
        sums.expectedEqual += first * second;
        firstBelow += first;
        secondBelow += second;
        sums.expectedDistance += firstBelow * (sums.n - secondBelow) + secondBelow * (sums.n - firstBelow);
    }
    return sums;
}

} // namespace

ResampledPair::ResampledPair(const PairSample& sample, std::span<const std::vector<std::uint32_t>> clusters)
    : m_categories(static_cast<std::size_t>(sample.categories)) {
    VERTESCORE_ASSERT(m_categories <= kMostCategories);
    std::vector<std::uint32_t> caseOf(sample.size());
    for (std::uint32_t cluster = 0; cluster < clusters.size(); ++cluster)
        for (const std::uint32_t image : clusters[cluster])
            caseOf[image] = cluster;
    std::vector<std::size_t> images(sample.size());
    std::iota(images.begin(), images.end(), std::size_t{0});
    const auto scoresOf = [&](std::size_t image) {
        return std::pair(sample.first[image], sample.second[image]);
    };
    std::ranges::stable_sort(images, {}, scoresOf);
    for (const std::size_t image : images) {
        const auto [first, second] = scoresOf(image);
        if (m_cells.empty() || m_cells.back().first != first || m_cells.back().second != second)
            m_cells.push_back(
                {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second), m_cases.size()});
        m_cases.push_back(caseOf[image]);
    }
}

ComparedBlock ResampledPair::of(const std::uint32_t* counts) const {
    BlockTable table(m_categories);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const Cell& cell = m_cells[i];
        const std::size_t end = i + 1 < m_cells.size() ? m_cells[i + 1].begin : m_cases.size();
        Counts here{};
        for (std::size_t image = cell.begin; image < end; ++image) {
            const std::uint32_t* ofCase = counts + m_cases[image] * kSideBySide;
            for (std::size_t lane = 0; lane < kSideBySide; ++lane)
                here[lane] += ofCase[lane];
        }
        add(table.first[cell.first], here);
        add(table.second[cell.second], here);
        add(table.apart[cell.first > cell.second ? cell.first - cell.second : cell.second - cell.first],
            here);
    }
    ComparedBlock block;
    for (std::size_t resample = 0; resample < kSideBySide; ++resample)
        block[resample] = sumsOf(table, m_categories, resample).compared();
    return block;
}

} // namespace vertescore
