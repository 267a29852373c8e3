// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/PairedComparison.h"

#include "core/agreement/resampling/ResampledPair_p.h"
#include "core/agreement/statistics/Correlation.h"
#include "core/agreement/statistics/Icc.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

/// The compared statistics of resample after resample: a column each.
using Columns = std::array<std::vector<std::optional<double>>, kIcc21 + 1>;

/// Mean of the pairs with, less mean without.
class ResampledDifference {
public:
    explicit ResampledDifference(const PairedSamples& samples) {
        for (const PairSample& sample : samples.without)
            m_without.emplace_back(sample, samples.clusters);
        for (const PairSample& sample : samples.with)
            m_with.emplace_back(sample, samples.clusters);
    }

    Columns of(const Resamples& resamples) const {
        return of(resamples.size(), [&](std::size_t block) { return resamples.block(block); });
    }

    /// Without the first case, the second, ...
    Columns withoutEach(std::size_t cases) const {
        std::vector<std::uint32_t> counts(cases * Resamples::kSideBySide);
        return of(cases, [&](std::size_t block) {
            std::ranges::fill(counts, 1U);
            const std::size_t begin = block * Resamples::kSideBySide;
            for (std::size_t left = begin; left < std::min(begin + Resamples::kSideBySide, cases); ++left)
                counts[left * Resamples::kSideBySide + left - begin] = 0;
            return counts.data();
        });
    }

private:
    template <typename BlockCounts>
    Columns of(std::size_t resamples, BlockCounts countsOf) const {
        Columns columns;
        for (auto& column : columns)
            column.resize(resamples);
        for (std::size_t begin = 0; begin < resamples; begin += Resamples::kSideBySide) {
            const ComparedBlock block = ofBlock(countsOf(begin / Resamples::kSideBySide));
            for (std::size_t r = begin; r < std::min(begin + Resamples::kSideBySide, resamples); ++r)
                for (std::size_t statistic = 0; statistic < columns.size(); ++statistic)
                    columns[statistic][r] = block[r - begin][statistic];
        }
        return columns;
    }
    ComparedBlock ofBlock(const std::uint32_t* counts) const {
        ComparedBlock differences;
        for (Compared& resample : differences)
            resample.fill(0.0);
        for (std::size_t pair = 0; pair < m_with.size(); ++pair) {
            const ComparedBlock with = m_with[pair].of(counts), without = m_without[pair].of(counts);
            for (std::size_t r = 0; r < differences.size(); ++r)
                addChange(differences[r], without[r], with[r]);
        }
        return differences;
    }
    void addChange(Compared& differences, const Compared& without, const Compared& with) const {
        for (std::size_t i = 0; i < differences.size(); ++i) {
            auto& difference = differences[i];
            if (!with[i] || !without[i]) difference.reset();
            if (difference) *difference += (*with[i] - *without[i]) / static_cast<double>(m_with.size());
        }
    }

    std::vector<ResampledPair> m_without, m_with;
};

/// Mean kappa of the pairs and mean influence of each image on it.
struct MeanKappa {
    Statistic estimate;
    Interval interval; ///< of a single pair
    std::vector<double> influence;
};

MeanKappa meanKappa(const std::vector<PairSample>& pairs, KappaWeights weights) {
    MeanKappa mean;
    double sum = 0;
    for (const PairSample& pair : pairs) {
        const Kappa one = kappa(pair, weights);
        if (!one.estimate.isDefined()) return {one.estimate, Interval::undefined(one.estimate.reason()), {}};
        if (pairs.size() == 1) mean.interval = one.wald;
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

struct Estimate {
    Statistic value;
    Interval interval; ///< of a single pair
};

/// The mean of a statistic over the pairs; undefined as the first pair that is.
template <typename OfPair>
Estimate meanOver(const std::vector<PairSample>& pairs, OfPair ofPair) {
    if (pairs.size() == 1) return ofPair(pairs.front());
    double sum = 0;
    for (const PairSample& pair : pairs) {
        const Estimate one = ofPair(pair);
        if (!one.value.isDefined()) return one;
        sum += *one.value;
    }
    return {sum / static_cast<double>(pairs.size()), {}};
}

Estimate pearsonOf(const PairSample& pair) {
    const std::vector<double> x(pair.first.begin(), pair.first.end()),
        y(pair.second.begin(), pair.second.end());
    const Pearson found = pearson(x, y);
    return {found.r, found.fisher};
}

Estimate icc21Of(const PairSample& pair) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < pair.size(); ++i) {
        scores.push_back(pair.first[i]);
        scores.push_back(pair.second[i]);
    }
    const IccForm found = intraclassCorrelation(scores, 2).icc21;
    return {found.estimate, found.interval};
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

/// What leaving out and resampling say about each statistic.
struct Resampled {
    Columns jackknife;
    Columns replicates;
    const Resamples& resamples;
    const BootstrapOptions& options;

    /// Needs change.difference.
    void addTo(PairedChange& change, std::size_t statistic) const {
        const auto leftOut = allDefined(jackknife[statistic]);
        change.standardErrorJackknife = jackknifeError(leftOut);
        if (!resamples.isEmpty())
            change.bootstrap =
                summarizeBootstrap(*change.difference, replicates[statistic], leftOut, resamples, options);
    }
};

PairedKappa compareKappa(const PairedSamples& samples, KappaWeights weights, const Resampled& resampled) {
    PairedKappa result;
    result.weights = weights;
    result.images = samples.with.front().size();
    const MeanKappa without = meanKappa(samples.without, weights);
    const MeanKappa with = meanKappa(samples.with, weights);
    result.without = without.estimate;
    result.withoutInterval = without.interval;
    result.with = with.estimate;
    result.withInterval = with.interval;
    if (!without.estimate.isDefined() || !with.estimate.isDefined()) {
        setUndefined(result, (with.estimate.isDefined() ? without : with).estimate.reason());
        return result;
    }
    addDelta(result, samples, without, with);
    resampled.addTo(result, static_cast<std::size_t>(weights));
    return result;
}

template <typename OfPair>
PairedChange compareAmounts(const PairedSamples& samples, OfPair ofPair, const Resampled& resampled,
                            std::size_t statistic) {
    PairedChange result;
    result.images = samples.with.front().size();
    const Estimate without = meanOver(samples.without, ofPair), with = meanOver(samples.with, ofPair);
    result.without = without.value;
    result.withoutInterval = without.interval;
    result.with = with.value;
    result.withInterval = with.interval;
    if (!result.without.isDefined() || !result.with.isDefined()) {
        result.difference = result.standardErrorJackknife =
            (result.with.isDefined() ? result.without : result.with).reason();
        return result;
    }
    result.difference = *result.with - *result.without;
    resampled.addTo(result, statistic);
    return result;
}

} // namespace

PairedComparison comparePaired(const PairedSamples& samples, ScoreKind kind, const Resamples& resamples,
                               const BootstrapOptions& options) {
    VERTESCORE_ASSERT(!samples.with.empty() && samples.with.size() == samples.without.size());
    const ResampledDifference statistic(samples);
    const Resampled resampled{statistic.withoutEach(samples.clusters.size()), statistic.of(resamples),
                              resamples, options};
    PairedComparison result;
    for (const KappaWeights weights : kKappaWeights)
        result.kappas[static_cast<std::size_t>(weights)] = compareKappa(samples, weights, resampled);
    if (kind == ScoreKind::Categories) return result;
    result.pearson = compareAmounts(samples, pearsonOf, resampled, kPearson);
    result.icc21 = compareAmounts(samples, icc21Of, resampled, kIcc21);
    return result;
}

} // namespace vertescore
