// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/PairedComparison.h"

#include "core/agreement/resampling/ResampledPair_p.h"
#include "core/agreement/resampling/Stopping_p.h"
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

/// Means of the pairs, and how they change.
struct MeanColumns {
    Columns without, with, difference;
};

struct MeanBlock {
    ComparedBlock without, with, difference;
};

class ResampledMeans {
public:
    ResampledMeans(const PairedSamples& samples, const std::stop_token& stop) : m_stop(stop) {
        for (const PairSample& sample : samples.without)
            m_without.emplace_back(sample, samples.clusters);
        for (const PairSample& sample : samples.with)
            m_with.emplace_back(sample, samples.clusters);
    }

    MeanColumns of(const Resamples& resamples) const {
        return of(resamples.size(), [&](std::size_t block) { return resamples.block(block); });
    }

    /// Without the first case, the second, ...
    MeanColumns withoutEach(std::size_t cases) const {
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
    MeanColumns of(std::size_t resamples, BlockCounts countsOf) const {
        MeanColumns columns;
        for (Columns* all : {&columns.without, &columns.with, &columns.difference})
            for (auto& column : *all)
                column.resize(resamples);
        for (std::size_t begin = 0; begin < resamples; begin += Resamples::kSideBySide) {
            stopIfAsked(m_stop);
            const MeanBlock block = ofBlock(countsOf(begin / Resamples::kSideBySide));
            const std::size_t count = std::min(Resamples::kSideBySide, resamples - begin);
            put(columns.without, begin, block.without, count);
            put(columns.with, begin, block.with, count);
            put(columns.difference, begin, block.difference, count);
        }
        return columns;
    }
    static void put(Columns& columns, std::size_t begin, const ComparedBlock& block, std::size_t count) {
        for (std::size_t r = 0; r < count; ++r)
            for (std::size_t statistic = 0; statistic < columns.size(); ++statistic)
                columns[statistic][begin + r] = block[r][statistic];
    }
    MeanBlock ofBlock(const std::uint32_t* counts) const {
        MeanBlock means{meanOf(m_without, counts), meanOf(m_with, counts), {}};
        for (std::size_t r = 0; r < means.difference.size(); ++r)
            for (std::size_t i = 0; i < means.difference[r].size(); ++i)
                if (means.with[r][i] && means.without[r][i])
                    means.difference[r][i] = *means.with[r][i] - *means.without[r][i];
        return means;
    }
    /// Nothing where it is undefined for one of the pairs.
    static ComparedBlock meanOf(const std::vector<ResampledPair>& pairs, const std::uint32_t* counts) {
        ComparedBlock mean = pairs.front().of(counts);
        for (std::size_t pair = 1; pair < pairs.size(); ++pair) {
            const ComparedBlock one = pairs[pair].of(counts);
            for (std::size_t r = 0; r < mean.size(); ++r)
                for (std::size_t i = 0; i < mean[r].size(); ++i)
                    mean[r][i] =
                        mean[r][i] && one[r][i] ? std::optional(*mean[r][i] + *one[r][i]) : std::nullopt;
        }
        if (pairs.size() == 1) return mean;
        for (Compared& resample : mean)
            for (auto& value : resample)
                if (value) *value /= static_cast<double>(pairs.size());
        return mean;
    }

    const std::stop_token& m_stop;
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
    Columns jackknife; ///< of the differences
    MeanColumns replicates;
    const Resamples& resamples;
    const BootstrapOptions& options;

    /// Needs the estimates of the change. pairs: over how many the means are.
    void addTo(PairedChange& change, std::size_t statistic, std::size_t pairs) const {
        const auto leftOut = allDefined(jackknife[statistic]);
        change.standardErrorJackknife = jackknifeError(leftOut);
        if (resamples.isEmpty()) return;
        change.bootstrap = summarizeBootstrap(*change.difference, replicates.difference[statistic], leftOut,
                                              resamples, options);
        if (pairs == 1) return;
        change.withoutInterval = percentiles(*change.without, replicates.without[statistic]);
        change.withInterval = percentiles(*change.with, replicates.with[statistic]);
    }

private:
    Interval percentiles(double estimate, std::span<const std::optional<double>> values) const {
        return summarizeBootstrap(estimate, values, {}, resamples).percentile;
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
    resampled.addTo(result, static_cast<std::size_t>(weights), samples.with.size());
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
    resampled.addTo(result, statistic, samples.with.size());
    return result;
}

} // namespace

PairedComparison comparePaired(const PairedSamples& samples, ScoreKind kind, const Resamples& resamples,
                               const BootstrapOptions& options, const std::stop_token& stop) {
    VERTESCORE_ASSERT(!samples.with.empty() && samples.with.size() == samples.without.size());
    const ResampledMeans means(samples, stop);
    const Resampled resampled{means.withoutEach(samples.clusters.size()).difference, means.of(resamples),
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
