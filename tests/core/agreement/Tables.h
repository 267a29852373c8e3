// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resamples.h"
#include "core/agreement/statistics/PairSample.h"

#include <limits>
#include <string>
#include <vector>

namespace vertescore::test {

/// One image for each count of a published table; rows are the first rater's categories.
inline PairSample sampleOf(const std::vector<std::vector<int>>& table) {
    PairSample sample;
    sample.categories = static_cast<int>(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (std::size_t column = 0; column < table.size(); ++column) {
            for (int i = 0; i < table[row][column]; ++i) {
                sample.images.push_back(std::to_string(sample.images.size()));
                sample.first.push_back(static_cast<int>(row));
                sample.second.push_back(static_cast<int>(column));
            }
        }
    }
    return sample;
}

inline PairSample sampleOf(std::vector<int> first, std::vector<int> second, int categories) {
    PairSample sample;
    sample.categories = categories;
    for (std::size_t i = 0; i < first.size(); ++i)
        sample.images.push_back(std::to_string(i));
    sample.first = std::move(first);
    sample.second = std::move(second);
    return sample;
}

inline PairSample swapped(PairSample sample) {
    std::swap(sample.first, sample.second);
    return sample;
}

/// A gap in a row of scores.
inline constexpr int kGap = std::numeric_limits<int>::min();

/// Rows are images, columns raters; scores count from `lowest`.
inline ScoreMatrix matrixOf(const std::vector<std::vector<int>>& rows, int categories, int lowest = 0) {
    ScoreMatrix matrix;
    matrix.categories = categories;
    for (std::size_t rater = 0; rater < rows.front().size(); ++rater)
        matrix.raters.push_back("R" + std::to_string(rater));
    for (std::size_t image = 0; image < rows.size(); ++image) {
        matrix.images.push_back(std::to_string(image));
        for (const int score : rows[image]) {
            matrix.scores.push_back(score == kGap ? std::nullopt : std::optional(score - lowest));
            matrix.gaps.push_back(score == kGap ? ScoreGap::NotRead : ScoreGap::None);
        }
    }
    return matrix;
}

/// The cases of the first resamples, each as often as it was taken, ascending.
inline std::vector<std::vector<std::uint32_t>> indicesOf(const Resamples& resamples, std::size_t rows) {
    std::vector<std::vector<std::uint32_t>> indices(rows);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::uint32_t one = 0; one < resamples.cases(); ++one)
            indices[row].insert(indices[row].end(), resamples.count(row, one), one);
    return indices;
}

} // namespace vertescore::test
