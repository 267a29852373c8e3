// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/PairedComparison.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

/// One value per weighting; nothing where no disagreement is expected.
using ByWeights = std::array<std::optional<double>, kKappaWeights.size()>;

/// The three kappas of many resamples of one sample in one pass each: margins and disagreements are counted
/// as whole numbers, the expected disagreement follows in O(K).
class ResampledKappa {
public:
    explicit ResampledKappa(const PairSample& sample)
        : m_categories(static_cast<std::size_t>(sample.categories)) {
        VERTESCORE_ASSERT(m_categories <= kMostCategories);
        for (std::size_t i = 0; i < sample.size(); ++i)
            m_scores.push_back(
                {static_cast<std::uint8_t>(sample.first[i]), static_cast<std::uint8_t>(sample.second[i])});
    }

    ByWeights of(std::span<const std::uint32_t> images) const {
        Margin first{}, second{};
        std::int64_t unequal = 0, distance = 0, square = 0;
        for (const std::uint32_t image : images) {
            const auto [x, y] = m_scores[image];
            ++first[x];
            ++second[y];
            const int apart = x > y ? x - y : y - x;
            unequal += apart != 0;
            distance += apart;
            square += apart * apart;
        }
        const auto n = static_cast<std::int64_t>(images.size());
        return {kappaOf(unequal * n, expectedUnequal(first, second, n)),
                kappaOf(distance * n, expectedDistance(first, second, n)),
                kappaOf(square * n, expectedSquare(first, second, n))};
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
    std::int64_t expectedSquare(const Margin& first, const Margin& second, std::int64_t n) const {
        std::int64_t squares = 0, sumFirst = 0, sumSecond = 0;
        for (std::size_t k = 0; k < m_categories; ++k) {
            const auto score = static_cast<std::int64_t>(k);
            squares += score * score * (first[k] + second[k]);
            sumFirst += score * first[k];
            sumSecond += score * second[k];
        }
        return squares * n - 2 * sumFirst * sumSecond;
    }

    std::size_t m_categories;
    std::vector<Scores> m_scores;
};

/// The compared statistic on any choice of images: mean kappa with, less mean kappa without.
class ResampledDifference {
public:
    explicit ResampledDifference(const PairedSamples& samples) {
        for (const PairSample& sample : samples.without)
            m_without.emplace_back(sample);
        for (const PairSample& sample : samples.with)
            m_with.emplace_back(sample);
    }

    ByWeights of(std::span<const std::uint32_t> images) const {
        ByWeights differences{0.0, 0.0, 0.0};
        for (std::size_t pair = 0; pair < m_with.size(); ++pair) {
            const ByWeights with = m_with[pair].of(images), without = m_without[pair].of(images);
            for (std::size_t i = 0; i < differences.size(); ++i) {
                auto& difference = differences[i];
                if (!with[i] || !without[i]) difference.reset();
                if (difference) *difference += (*with[i] - *without[i]) / static_cast<double>(m_with.size());
            }
        }
        return differences;
    }

private:
    std::vector<ResampledKappa> m_without, m_with;
};

/// Mean kappa of the pairs and mean influence of each image on it.
struct MeanKappa {
    Statistic estimate;
    std::vector<double> influence;
};

MeanKappa meanKappa(const std::vector<PairSample>& pairs, KappaWeights weights) {
    MeanKappa mean;
    double sum = 0;
    for (const PairSample& pair : pairs) {
        const Kappa one = kappa(pair, weights);
        if (!one.estimate.isDefined()) return {one.estimate, {}};
        sum += *one.estimate;
        mean.influence.resize(one.influence.size());
        for (std::size_t i = 0; i < one.influence.size(); ++i)
            mean.influence[i] += one.influence[i] / static_cast<double>(pairs.size());
    }
    mean.estimate = sum / static_cast<double>(pairs.size());
    return mean;
}

void setUndefined(PairedKappa& result, Undefined reason) {
    result.difference = result.standardErrorDelta = result.z = result.p = result.standardErrorJackknife =
        reason;
    result.delta = Interval::undefined(reason);
}

void addDelta(PairedKappa& result, const PairedSamples& samples, const MeanKappa& without,
              const MeanKappa& with) {
    double squares = 0;
    for (const auto& cluster : samples.clusters) {
        double together = 0;
        for (const std::uint32_t image : cluster)
            together += with.influence[image] - without.influence[image];
        squares += together * together;
    }
    const double difference = *with.estimate - *without.estimate;
    const double standardError = std::sqrt(squares) / static_cast<double>(result.images);
    const double reach = kNormalQuantile975 * standardError;
    result.difference = difference;
    result.standardErrorDelta = standardError;
    result.delta = {difference - reach, difference + reach};
    if (standardError == 0) {
        result.z = result.p = Undefined::NoVariance;
        return;
    }
    result.z = difference / standardError;
    result.p = 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::abs(*result.z)));
}

/// The statistic without each cluster.
std::vector<ByWeights> leaveOneOut(const PairedSamples& samples, const ResampledDifference& statistic) {
    std::vector<ByWeights> values;
    for (std::size_t left = 0; left < samples.clusters.size(); ++left) {
        std::vector<std::uint32_t> images;
        for (std::size_t c = 0; c < samples.clusters.size(); ++c)
            if (c != left)
                images.insert(images.end(), samples.clusters[c].begin(), samples.clusters[c].end());
        values.push_back(statistic.of(images));
    }
    return values;
}

std::vector<ByWeights> replicatesOf(const PairedSamples& samples, const ResampledDifference& statistic,
                                    const Resamples& resamples) {
    std::vector<ByWeights> replicates;
    replicates.reserve(resamples.rows.size());
    std::vector<std::uint32_t> images;
    for (const auto& row : resamples.rows) {
        images.clear();
        for (const std::uint32_t cluster : row)
            images.insert(images.end(), samples.clusters[cluster].begin(), samples.clusters[cluster].end());
        replicates.push_back(statistic.of(images));
    }
    return replicates;
}

std::vector<std::optional<double>> column(const std::vector<ByWeights>& values, std::size_t weights) {
    std::vector<std::optional<double>> one;
    one.reserve(values.size());
    for (const ByWeights& value : values)
        one.push_back(value[weights]);
    return one;
}

/// All of them, or none when one is missing.
std::vector<double> allDefined(std::span<const std::optional<double>> values) {
    std::vector<double> defined;
    for (const auto& value : values) {
        if (!value) return {};
        defined.push_back(*value);
    }
    return defined;
}

Statistic jackknifeError(std::span<const double> values) {
    if (values.empty()) return Undefined::NoExpectedDisagreement;
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt((n - 1) / n * squares);
}

} // namespace

std::array<PairedKappa, 3> comparePaired(const PairedSamples& samples, const Resamples& resamples,
                                         const BootstrapOptions& options) {
    VERTESCORE_ASSERT(!samples.with.empty() && samples.with.size() == samples.without.size());
    const ResampledDifference statistic(samples);
    const auto jackknife = leaveOneOut(samples, statistic);
    const auto replicates = replicatesOf(samples, statistic, resamples);
    std::array<PairedKappa, 3> results;
    for (std::size_t i = 0; i < results.size(); ++i) {
        PairedKappa& result = results[i];
        result.weights = kKappaWeights[i];
        result.images = samples.with.front().size();
        const MeanKappa without = meanKappa(samples.without, result.weights);
        const MeanKappa with = meanKappa(samples.with, result.weights);
        result.without = without.estimate;
        result.with = with.estimate;
        if (!without.estimate.isDefined() || !with.estimate.isDefined()) {
            setUndefined(result, (with.estimate.isDefined() ? without : with).estimate.reason());
            continue;
        }
        addDelta(result, samples, without, with);
        const auto leftOut = allDefined(column(jackknife, i));
        result.standardErrorJackknife = jackknifeError(leftOut);
        if (!replicates.empty())
            result.bootstrap =
                summarizeBootstrap(*result.difference, column(replicates, i), leftOut, resamples, options);
    }
    return results;
}

} // namespace vertescore
