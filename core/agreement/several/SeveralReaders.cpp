// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/several/SeveralReaders.h"

#include "core/agreement/statistics/Correlation.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vertescore {
namespace {

std::vector<int> readingsOf(const ScoreMatrix& matrix, std::size_t image) {
    std::vector<int> readings;
    for (const auto& score : matrix.row(image))
        if (score) readings.push_back(*score);
    return readings;
}

} // namespace

SeveralReaderCounts severalReaderCounts(const ScoreMatrix& matrix) {
    SeveralReaderCounts counts;
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        const std::size_t readings = readingsOf(matrix, image).size();
        counts.rated += readings >= 1;
        counts.pairable += readings >= 2;
        counts.complete += readings == matrix.raters.size();
    }
    return counts;
}

std::vector<double> completeRows(const ScoreMatrix& matrix) {
    std::vector<double> rows;
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        const auto readings = readingsOf(matrix, image);
        if (readings.size() == matrix.raters.size())
            rows.insert(rows.end(), readings.begin(), readings.end());
    }
    return rows;
}

SeveralReaderRaw severalReaderRaw(const ScoreMatrix& matrix) {
    double exact = 0, withinOne = 0, allEqual = 0, allWithinOne = 0;
    for (std::size_t image = 0; image < matrix.images.size(); ++image) {
        const auto readings = readingsOf(matrix, image);
        if (readings.size() < 2) continue;
        double pairs = 0, equalPairs = 0, closePairs = 0;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const int apart = std::abs(readings[i] - readings[j]);
                pairs += 1;
                equalPairs += apart == 0;
                closePairs += apart <= 1;
            }
        }
        exact += equalPairs / pairs;
        withinOne += closePairs / pairs;
        if (readings.size() != matrix.raters.size()) continue;
        const auto [low, high] = std::ranges::minmax(readings);
        allEqual += low == high;
        allWithinOne += high - low <= 1;
    }
    const SeveralReaderCounts counts = severalReaderCounts(matrix);
    const auto percent = [](double sum, std::size_t images) -> Statistic {
        if (images == 0) return Undefined::TooFewImages;
        return 100 * sum / static_cast<double>(images);
    };
    const std::size_t complete = matrix.raters.size() < 2 ? 0 : counts.complete;
    return {percent(exact, counts.pairable), percent(withinOne, counts.pairable), percent(allEqual, complete),
            percent(allWithinOne, complete)};
}

KendallW kendallW(const ScoreMatrix& matrix) {
    const std::size_t raters = matrix.raters.size();
    const std::vector<double> rows = completeRows(matrix);
    const std::size_t images = raters == 0 ? 0 : rows.size() / raters;
    const auto undefined = [](Undefined reason) { return KendallW{reason, reason, reason, reason, reason}; };
    if (images < 2 || raters < 2) return undefined(Undefined::TooFewImages);

    const auto n = static_cast<double>(images), m = static_cast<double>(raters);
    std::vector<double> rankSums(images);
    double ties = 0;
    for (std::size_t rater = 0; rater < raters; ++rater) {
        std::vector<double> scores(images);
        for (std::size_t image = 0; image < images; ++image)
            scores[image] = rows[image * raters + rater];
        const auto ranks = midRanks(scores);
        for (std::size_t image = 0; image < images; ++image) {
            rankSums[image] += ranks[image];
            const auto sharing = static_cast<double>(std::ranges::count(ranks, ranks[image]));
            ties += sharing * sharing - 1; // over the images of a tie of t this adds up to t^3 - t
        }
    }
    double s = 0;
    const double meanSum = m * (n + 1) / 2;
    for (const double sum : rankSums)
        s += (sum - meanSum) * (sum - meanSum);
    const double full = m * m * (n * n * n - n), corrected = full - m * ties;
    if (corrected <= 0) {
        KendallW result = undefined(Undefined::NoExpectedDisagreement);
        result.uncorrected = 12 * s / full;
        return result;
    }
    const double w = 12 * s / corrected, chiSquare = m * (n - 1) * w;
    return {w, 12 * s / full, chiSquare, n - 1, boost::math::gamma_q((n - 1) / 2, chiSquare / 2)};
}

} // namespace vertescore
