// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/CompareConditions.h"

#include "core/agreement/resampling/Stopping_p.h"
#include "core/base/threads/Parallel.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace vertescore {
namespace {

/// Scores by image under both conditions.
struct PairedMatrices {
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
                        const ConditionComparison& how) {
    const std::size_t cases = samples.clusters.size();
    static const Resamples none;
    const Resamples* resamples = cases == 0 ? nullptr : how.resamples(cases);
    const ScoreKind kind = unit.kind == Unit::Kind::Category ? ScoreKind::Categories : ScoreKind::Amounts;
    return {unit, std::move(readers),
            comparePaired(samples, kind, resamples ? *resamples : none, how.bootstrap, how.stop)};
}

std::vector<std::string> readersOfBoth(const RatingTable& table, const ConditionComparison& how) {
    std::vector<std::string> readers;
    std::ranges::set_intersection(table.readers(how.conditions.first), table.readers(how.conditions.second),
                                  std::back_inserter(readers));
    return readers;
}

/// Some of the readers on one unit; a stratum where only some of the images count.
struct Comparison {
    Unit unit;
    std::vector<std::string> readers;
    const Stratum* stratum = nullptr;
};

std::string readersKey(const std::vector<std::string>& readers) {
    return readers.size() > 2 ? std::string(kMeanOfPairs) : readers[0] + "-" + readers[1];
}

/// Each pair when there are more than two readers, then all of them.
std::vector<std::vector<std::string>> comparedTogether(const std::vector<std::string>& readers) {
    std::vector<std::vector<std::string>> together;
    if (readers.size() > 2)
        for (std::size_t first = 0; first < readers.size(); ++first)
            for (std::size_t second = first + 1; second < readers.size(); ++second)
                together.push_back({readers[first], readers[second]});
    together.push_back(readers);
    return together;
}

PairedAgreement compare(const RatingTable& table, const Comparison& one, const ConditionComparison& how) {
    const auto matrixOf = [&](const std::string& condition) {
        const ScoreMatrix all = scoreMatrix(table, condition, one.unit, how.bounds);
        return one.stratum ? onlyImages(all, one.stratum->images) : all;
    };
    const PairedMatrices matrices{matrixOf(how.conditions.first), matrixOf(how.conditions.second)};
    auto result = compare(samplesOf(table, matrices, one.readers), one.unit, readersKey(one.readers), how);
    if (one.stratum) result.stratum = stratumKey(*one.stratum);
    return result;
}

std::vector<PairedAgreement> compareEach(const RatingTable& table, const std::vector<Comparison>& comparisons,
                                         const ConditionComparison& how) {
    std::vector<PairedAgreement> result(comparisons.size());
    inParallel(comparisons.size(), how.threads, [&](std::size_t i) {
        stopIfAsked(how.stop);
        result[i] = compare(table, comparisons[i], how);
    });
    return result;
}

} // namespace

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

std::vector<PairedAgreement> compareConditions(const RatingTable& table, const ConditionComparison& how) {
    const auto readers = readersOfBoth(table, how);
    if (readers.size() < 2) return {};
    std::vector<Comparison> comparisons;
    for (const Unit& unit : unitsOf(table))
        for (const auto& together : comparedTogether(readers))
            comparisons.push_back({unit, together});
    return compareEach(table, comparisons, how);
}

std::vector<PairedAgreement> compareConditionsByStratum(const RatingTable& table,
                                                        const ConditionComparison& how,
                                                        const std::vector<Stratum>& strata) {
    const auto readers = readersOfBoth(table, how);
    if (readers.size() < 2) return {};
    ConditionComparison quick = how;
    quick.bootstrap = {};
    std::vector<Comparison> comparisons;
    for (const Unit& unit : unitsOf(table))
        for (const Stratum& stratum : strata)
            comparisons.push_back({unit, readers, &stratum});
    return compareEach(table, comparisons, quick);
}

} // namespace vertescore
