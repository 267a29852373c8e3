// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resamples.h"
#include "core/agreement/statistics/Kappa.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vertescore {

/// Kappa by KappaWeights, Pearson, ICC(2,1).
inline constexpr std::size_t kPearson = kKappaWeights.size();
inline constexpr std::size_t kIcc21 = kPearson + 1;
using Compared = std::array<std::optional<double>, kIcc21 + 1>; ///< nothing where undefined
/// Of the resamples that are counted side by side.
using ComparedBlock = std::array<Compared, Resamples::kSideBySide>;

/// All statistics of many resamples of one sample. The sample is tabulated once, by pairs of scores; of a
/// resample only how often each of those occurs is counted, in whole numbers, from which everything follows.
class ResampledPair {
public:
    /// clusters: the images of each case, every image in exactly one.
    ResampledPair(const PairSample& sample, std::span<const std::vector<std::uint32_t>> clusters);

    /// Of one block of resamples of those clusters.
    ComparedBlock of(const std::uint32_t* counts) const;

private:
    /// The images of one pair of scores lie in m_cases from `begin` on, up to where the next pair's begin.
    struct Cell {
        std::uint8_t first, second;
        std::size_t begin;
    };

    std::size_t m_categories;
    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_cases; ///< of each image, by cell
};

} // namespace vertescore
