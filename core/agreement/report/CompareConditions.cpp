// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/CompareConditions.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace vertescore {
namespace {

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
            comparePaired(samples, kind, resamples ? *resamples : none, how.bootstrap)};
}

std::vector<std::string> readersOfBoth(const RatingTable& table, const ConditionComparison& how) {
    std::vector<std::string> readers;
    std::ranges::set_intersection(table.readers(how.conditions.first), table.readers(how.conditions.second),
                                  std::back_inserter(readers));
    return readers;
}

constexpr const char* kMeanOfPairs = "mean_pairs";

PairedAgreement compareAll(const RatingTable& table, const PairedMatrices& matrices, const Unit& unit,
                           const ConditionComparison& how) {
    const auto& readers = matrices.readers;
    return compare(samplesOf(table, matrices, readers), unit,
                   readers.size() > 2 ? kMeanOfPairs : readers[0] + "-" + readers[1], how);
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
    const auto& [without, with] = how.conditions;
    if (readers.size() < 2) return {};
    std::vector<PairedAgreement> result;
    for (const Unit& unit : unitsOf(table)) {
        const PairedMatrices matrices{readers, scoreMatrix(table, without, unit, how.bounds),
                                      scoreMatrix(table, with, unit, how.bounds)};
        if (readers.size() > 2)
            for (std::size_t first = 0; first < readers.size(); ++first)
                for (std::size_t second = first + 1; second < readers.size(); ++second)
                    result.push_back(compare(samplesOf(table, matrices, {readers[first], readers[second]}),
                                             unit, readers[first] + "-" + readers[second], how));
        result.push_back(compareAll(table, matrices, unit, how));
    }
    return result;
}

std::vector<PairedAgreement> compareConditionsByStratum(const RatingTable& table,
                                                        const ConditionComparison& how,
                                                        const std::vector<Stratum>& strata) {
    const auto readers = readersOfBoth(table, how);
    const auto& [without, with] = how.conditions;
    if (readers.size() < 2) return {};
    ConditionComparison quick = how;
    quick.bootstrap = {};
    std::vector<PairedAgreement> result;
    for (const Unit& unit : unitsOf(table)) {
        const ScoreMatrix allWithout = scoreMatrix(table, without, unit, how.bounds),
                          allWith = scoreMatrix(table, with, unit, how.bounds);
        for (const Stratum& stratum : strata) {
            const PairedMatrices matrices{readers, onlyImages(allWithout, stratum.images),
                                          onlyImages(allWith, stratum.images)};
            result.push_back(compareAll(table, matrices, unit, quick));
            result.back().stratum = stratumKey(stratum);
        }
    }
    return result;
}

} // namespace vertescore
