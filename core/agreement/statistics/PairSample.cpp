// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/PairSample.h"

#include <algorithm>
#include <cstdlib>

namespace vertescore {

std::vector<std::vector<int>> PairSample::confusion() const {
    const auto k = static_cast<std::size_t>(categories);
    std::vector<std::vector<int>> counts(k, std::vector<int>(k, 0));
    for (std::size_t i = 0; i < size(); ++i)
        ++counts[static_cast<std::size_t>(first[i])][static_cast<std::size_t>(second[i])];
    return counts;
}

PairSample pairSample(const ScoreMatrix& matrix, std::size_t first, std::size_t second) {
    PairSample sample;
    sample.categories = matrix.categories;
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        const auto scores = matrix.row(image);
        if (scores[first] && scores[second]) {
            sample.images.push_back(matrix.images[image]);
            sample.first.push_back(*scores[first]);
            sample.second.push_back(*scores[second]);
        } else if (matrix.gap(image, first) == ScoreGap::NotRead ||
                   matrix.gap(image, second) == ScoreGap::NotRead) {
            ++sample.excludedNotRead;
        } else {
            ++sample.excludedNotReadable;
        }
    }
    return sample;
}

RawAgreement rawAgreement(const PairSample& sample) {
    if (sample.size() == 0) return {Undefined::TooFewImages, Undefined::TooFewImages};
    std::size_t exact = 0, withinOne = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const int apart = std::abs(sample.first[i] - sample.second[i]);
        if (apart == 0) ++exact;
        if (apart <= 1) ++withinOne;
    }
    const auto percent = [n = static_cast<double>(sample.size())](std::size_t count) {
        return 100.0 * static_cast<double>(count) / n;
    };
    return {percent(exact), percent(withinOne)};
}

} // namespace vertescore
