// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/UnitAgreement.h"

#include "core/agreement/resampling/BootstrapKappa.h"

namespace vertescore {
namespace {

std::vector<double> asDoubles(const std::vector<int>& scores) {
    return {scores.begin(), scores.end()};
}

/// The images that both scored: the same ones as every other statistic of the pair.
ScoreMatrix asMatrix(const PairSample& sample) {
    ScoreMatrix matrix;
    matrix.categories = sample.categories;
    matrix.images = sample.images;
    matrix.raters = {"first", "second"};
    for (std::size_t i = 0; i < sample.size(); ++i)
        matrix.scores.insert(matrix.scores.end(), {sample.first[i], sample.second[i]});
    matrix.gaps.assign(matrix.scores.size(), ScoreGap::None);
    return matrix;
}

/// The burden category is ordered, but its steps are no distances: no means and variances of it.
bool isScale(const Unit& unit) {
    return unit.kind != Unit::Kind::Category;
}

std::array<Bootstrap, 3> resampled(const PairSample& sample, const KappaResampling& resampling) {
    if (!resampling.source || sample.size() < 2) return {};
    const auto clusters = resampling.clusters(sample.images);
    const auto resamples = resampling.source(clusters.size());
    return resamples ? bootstrapKappas(sample, clusters, *resamples, resampling.stop)
                     : std::array<Bootstrap, 3>{};
}

/// Mean pairwise kappa (Light 1971); undefined as the first pair that is.
Statistic meanKappa(const std::vector<PairAgreement>& pairs, KappaWeights weights) {
    double sum = 0;
    for (const PairAgreement& pair : pairs) {
        const Statistic& one = pair.kappa(weights).estimate;
        if (!one.isDefined()) return one;
        sum += *one;
    }
    if (pairs.empty()) return Undefined::TooFewImages;
    return sum / static_cast<double>(pairs.size());
}

SeveralReaderAgreement agreementOfAll(const ScoreMatrix& matrix, const Unit& unit,
                                      const std::vector<PairAgreement>& pairs) {
    SeveralReaderAgreement all;
    all.counts = severalReaderCounts(matrix);
    all.raw = severalReaderRaw(matrix);
    for (const KappaWeights weights : kKappaWeights)
        all.meanKappas[static_cast<std::size_t>(weights)] = meanKappa(pairs, weights);
    all.fleiss = fleissKappa(matrix);
    all.fleissWithGaps = fleissKappaWithGaps(matrix);
    all.ac1 = gwetAc1(matrix);
    all.ac2 = gwetAc2(matrix);
    all.krippendorff = krippendorffAlpha(matrix);
    all.kendall = kendallW(matrix);
    if (!isScale(unit) || matrix.raters.size() < 2) return all;
    all.icc = intraclassCorrelation(completeRows(matrix), matrix.raters.size());
    all.error = measurementError(*all.icc);
    return all;
}

} // namespace

const Kappa& PairAgreement::kappa(KappaWeights weights) const {
    if (weights == KappaWeights::Unweighted) return unweighted;
    return weights == KappaWeights::Linear ? linear : quadratic;
}

const Bootstrap& PairAgreement::bootstrap(KappaWeights weights) const {
    return bootstraps[static_cast<std::size_t>(weights)];
}

PairAgreement agreementOfPair(const ScoreMatrix& matrix, std::size_t first, std::size_t second,
                              const Unit& unit, const KappaResampling& resampling) {
    PairAgreement pair;
    pair.firstRater = matrix.raters[first];
    pair.secondRater = matrix.raters[second];
    pair.sample = pairSample(matrix, first, second);
    pair.raw = rawAgreement(pair.sample);
    pair.unweighted = kappa(pair.sample, KappaWeights::Unweighted);
    pair.linear = kappa(pair.sample, KappaWeights::Linear);
    pair.quadratic = kappa(pair.sample, KappaWeights::Quadratic);
    pair.bootstraps = resampled(pair.sample, resampling);
    pair.ac2 = gwetAc2(asMatrix(pair.sample));
    const auto x = asDoubles(pair.sample.first), y = asDoubles(pair.sample.second);
    pair.spearman = spearman(x, y);
    pair.tauB = kendallTauB(x, y);
    if (!isScale(unit)) return pair;
    pair.pearson = pearson(x, y);
    pair.blandAltman = blandAltman(x, y);
    std::vector<double> rows;
    for (std::size_t i = 0; i < x.size(); ++i)
        rows.insert(rows.end(), {x[i], y[i]});
    pair.icc = intraclassCorrelation(rows, 2);
    pair.error = measurementError(*pair.icc);
    return pair;
}

std::vector<PairAgreement> agreementOfPairs(const ScoreMatrix& matrix, const Unit& unit,
                                            const KappaResampling& resampling) {
    std::vector<PairAgreement> pairs;
    for (std::size_t first = 0; first < matrix.raters.size(); ++first)
        for (std::size_t second = first + 1; second < matrix.raters.size(); ++second)
            pairs.push_back(agreementOfPair(matrix, first, second, unit, resampling));
    return pairs;
}

UnitAgreement agreementOfUnit(const ScoreMatrix& matrix, const Unit& unit,
                              const KappaResampling& resampling) {
    UnitAgreement result{unit, agreementOfPairs(matrix, unit, resampling), {}};
    result.all = agreementOfAll(matrix, unit, result.pairs);
    return result;
}

} // namespace vertescore
