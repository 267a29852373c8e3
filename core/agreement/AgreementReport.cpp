// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementReport.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

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

PairAgreement agreementOfPair(const ScoreMatrix& matrix, std::size_t first, std::size_t second,
                              bool isScale) {
    PairAgreement pair;
    pair.firstRater = matrix.raters[first];
    pair.secondRater = matrix.raters[second];
    pair.sample = pairSample(matrix, first, second);
    pair.raw = rawAgreement(pair.sample);
    pair.unweighted = kappa(pair.sample, KappaWeights::Unweighted);
    pair.linear = kappa(pair.sample, KappaWeights::Linear);
    pair.quadratic = kappa(pair.sample, KappaWeights::Quadratic);
    pair.ac2 = gwetAc2(asMatrix(pair.sample));
    const auto x = asDoubles(pair.sample.first), y = asDoubles(pair.sample.second);
    pair.spearman = spearman(x, y);
    pair.tauB = kendallTauB(x, y);
    if (!isScale) return pair;
    pair.pearson = pearson(x, y);
    pair.blandAltman = blandAltman(x, y);
    std::vector<double> rows;
    for (std::size_t i = 0; i < x.size(); ++i)
        rows.insert(rows.end(), {x[i], y[i]});
    pair.icc = intraclassCorrelation(rows, 2);
    return pair;
}

/// The burden category is ordered, but its steps are no distances: no means and variances of it.
bool isScale(const Unit& unit) {
    return unit.kind != Unit::Kind::Category;
}

std::vector<PairAgreement> agreementOfPairs(const ScoreMatrix& matrix, const Unit& unit) {
    std::vector<PairAgreement> pairs;
    for (std::size_t first = 0; first < matrix.raters.size(); ++first)
        for (std::size_t second = first + 1; second < matrix.raters.size(); ++second)
            pairs.push_back(agreementOfPair(matrix, first, second, isScale(unit)));
    return pairs;
}

SeveralReaderAgreement agreementOfAll(const ScoreMatrix& matrix, const Unit& unit) {
    SeveralReaderAgreement all;
    all.counts = severalReaderCounts(matrix);
    all.raw = severalReaderRaw(matrix);
    all.fleiss = fleissKappa(matrix);
    all.fleissWithGaps = fleissKappaWithGaps(matrix);
    all.ac1 = gwetAc1(matrix);
    all.ac2 = gwetAc2(matrix);
    all.krippendorff = krippendorffAlpha(matrix);
    all.kendall = kendallW(matrix);
    if (isScale(unit) && matrix.raters.size() >= 2)
        all.icc = intraclassCorrelation(completeRows(matrix), matrix.raters.size());
    return all;
}

std::vector<Unit> unitsOf(const AgreementOptions& options) {
    std::vector<Unit> units = levelUnits();
    if (options.walls) {
        const auto walls = wallUnits();
        units.insert(units.end(), walls.begin(), walls.end());
    }
    return units;
}

ConditionAgreement agreementOfCondition(const RatingTable& table, const std::string& condition,
                                        const AgreementOptions& options) {
    ConditionAgreement result;
    result.condition = condition;
    result.readers = table.readers(condition);
    result.images = table.images(condition).size();
    for (const Unit& unit : unitsOf(options)) {
        const ScoreMatrix matrix = scoreMatrix(table, condition, unit, options.bounds);
        result.units.push_back({unit, agreementOfPairs(matrix, unit), agreementOfAll(matrix, unit)});
        UnitAgreement repeats{unit, {}, {}};
        for (const std::string& reader : result.readers) {
            if (table.sessions(condition, reader).size() < 2) continue;
            const auto sessions = sessionMatrix(table, condition, reader, unit, options.bounds);
            for (PairAgreement& pair : agreementOfPairs(sessions, unit))
                repeats.pairs.push_back(std::move(pair));
        }
        if (!repeats.pairs.empty()) result.repeats.push_back(std::move(repeats));
    }
    return result;
}

/// Scores by image of the readers that both conditions have.
struct PairedMatrices {
    std::vector<std::string> readers;
    ScoreMatrix without, with;

    std::optional<int> score(const ScoreMatrix& matrix, const std::string& image,
                             const std::string& reader) const {
        const auto row = std::ranges::lower_bound(matrix.images, image);
        const auto column = std::ranges::lower_bound(matrix.raters, reader);
        if (row == matrix.images.end() || *row != image) return std::nullopt;
        return matrix.row(static_cast<std::size_t>(
            row - matrix.images.begin()))[static_cast<std::size_t>(column - matrix.raters.begin())];
    }
};

/// Images that all of these readers scored under both conditions, sorted.
std::vector<std::string> commonImages(const PairedMatrices& matrices,
                                      const std::vector<std::string>& readers) {
    std::vector<std::string> images;
    for (const std::string& image : matrices.without.images) {
        const bool isScored = std::ranges::all_of(readers, [&](const std::string& reader) {
            return matrices.score(matrices.without, image, reader) &&
                   matrices.score(matrices.with, image, reader);
        });
        if (isScored) images.push_back(image);
    }
    return images;
}

std::vector<std::vector<std::uint32_t>> clustersOf(const RatingTable& table,
                                                   const std::vector<std::string>& images) {
    std::vector<std::vector<std::uint32_t>> clusters;
    std::map<std::string, std::size_t> ofPatient;
    for (std::uint32_t i = 0; i < images.size(); ++i) {
        const std::string patient = table.patientOf(images[i]);
        const auto [place, isNew] = ofPatient.try_emplace(patient, clusters.size());
        if (patient.empty() || isNew) {
            if (!patient.empty()) place->second = clusters.size();
            clusters.push_back({i});
        } else {
            clusters[place->second].push_back(i);
        }
    }
    return clusters;
}

PairedSamples samplesOf(const RatingTable& table, const PairedMatrices& matrices,
                        const std::vector<std::string>& readers) {
    const auto images = commonImages(matrices, readers);
    PairedSamples samples;
    samples.clusters = clustersOf(table, images);
    for (std::size_t first = 0; first < readers.size(); ++first) {
        for (std::size_t second = first + 1; second < readers.size(); ++second) {
            PairSample without, with;
            without.categories = with.categories = matrices.without.categories;
            without.images = with.images = images;
            for (const std::string& image : images) {
                without.first.push_back(*matrices.score(matrices.without, image, readers[first]));
                without.second.push_back(*matrices.score(matrices.without, image, readers[second]));
                with.first.push_back(*matrices.score(matrices.with, image, readers[first]));
                with.second.push_back(*matrices.score(matrices.with, image, readers[second]));
            }
            samples.without.push_back(std::move(without));
            samples.with.push_back(std::move(with));
        }
    }
    return samples;
}

PairedAgreement compare(const PairedSamples& samples, const Unit& unit, std::string readers,
                        const ResampleSource& source, const BootstrapOptions& bootstrap) {
    const std::size_t cases = samples.clusters.size();
    const Resamples resamples = cases == 0 ? Resamples{} : source(cases).value_or(Resamples{});
    const ScoreKind kind = unit.kind == Unit::Kind::Category ? ScoreKind::Categories : ScoreKind::Amounts;
    return {unit, std::move(readers), comparePaired(samples, kind, resamples, bootstrap)};
}

/// Draws for each n once.
ResampleSource drawnResamples() {
    auto drawn = std::make_shared<std::map<std::size_t, Resamples>>();
    return [drawn](std::size_t images) -> std::optional<Resamples> {
        auto& resamples = (*drawn)[images];
        if (resamples.rows.empty())
            resamples = drawResamples(images, kDefaultResamples, kDefaultResamplingSeed);
        return resamples;
    };
}

std::vector<PairedAgreement> compareConditions(const RatingTable& table, const AgreementOptions& options) {
    const auto& [without, with] = options.comparedConditions;
    std::vector<std::string> readers;
    std::ranges::set_intersection(table.readers(without), table.readers(with), std::back_inserter(readers));
    if (readers.size() < 2) return {};
    const ResampleSource source = options.resamples ? options.resamples : drawnResamples();
    std::vector<PairedAgreement> result;
    for (const Unit& unit : levelUnits()) {
        const PairedMatrices matrices{readers, scoreMatrix(table, without, unit, options.bounds),
                                      scoreMatrix(table, with, unit, options.bounds)};
        for (std::size_t first = 0; first < readers.size(); ++first)
            for (std::size_t second = first + 1; second < readers.size(); ++second)
                result.push_back(compare(samplesOf(table, matrices, {readers[first], readers[second]}), unit,
                                         readers[first] + "-" + readers[second], source, options.bootstrap));
        if (readers.size() > 2)
            result.push_back(
                compare(samplesOf(table, matrices, readers), unit, "mean_pairs", source, options.bootstrap));
    }
    return result;
}

} // namespace

const Kappa& PairAgreement::kappa(KappaWeights weights) const {
    if (weights == KappaWeights::Unweighted) return unweighted;
    return weights == KappaWeights::Linear ? linear : quadratic;
}

const UnitAgreement* ConditionAgreement::find(const Unit& unit) const {
    const auto found = std::ranges::find(units, unit, &UnitAgreement::unit);
    return found == units.end() ? nullptr : &*found;
}

const ConditionAgreement* AgreementReport::find(const std::string& condition) const {
    const auto found = std::ranges::find(conditions, condition, &ConditionAgreement::condition);
    return found == conditions.end() ? nullptr : &*found;
}

AgreementReport makeAgreementReport(const RatingTable& table, const AgreementOptions& options) {
    AgreementReport report;
    report.study = options.study;
    report.synthetic = options.synthetic;
    report.bounds = options.bounds;
    const auto conditions = table.conditions();
    for (const std::string& condition : conditions)
        report.conditions.push_back(agreementOfCondition(table, condition, options));
    const auto& [without, with] = options.comparedConditions;
    const bool hasBoth =
        std::ranges::binary_search(conditions, without) && std::ranges::binary_search(conditions, with);
    if (!hasBoth) return report;
    report.withoutCondition = without;
    report.withCondition = with;
    report.paired = compareConditions(table, options);
    return report;
}

} // namespace vertescore
