// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/landmarks/LandmarkAgreement.h"

#include "core/agreement/landmarks/RadialErrors_p.h"
#include "core/agreement/statistics/PairSample.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace vertescore {
namespace {

/// Both readings of one image.
struct ImagePair {
    const ReaderLandmarks* first;
    const ReaderLandmarks* second;
};
using ByImage = std::map<std::string, const ReaderLandmarks*>;

std::optional<double> pixelDistance(const ImagePair& pair, Level level, Corner corner) {
    const auto& first = pair.first->landmarks.at(level).at(corner).position;
    const auto& second = pair.second->landmarks.at(level).at(corner).position;
    if (!first || !second) return std::nullopt;
    return distance(*first, *second);
}

std::optional<double> mmDistance(const ImagePair& pair, Level level, Corner corner) {
    const auto& spacing = pair.first->spacing;
    const auto& first = pair.first->landmarks.at(level).at(corner).position;
    const auto& second = pair.second->landmarks.at(level).at(corner).position;
    if (!spacing || !first || !second) return std::nullopt;
    return std::hypot((first->x - second->x) * spacing->xMm, (first->y - second->y) * spacing->yMm);
}

bool isPlacedByReader(const Landmark& point) {
    return point.state == PointState::Edited || point.state == PointState::Confirmed;
}

bool isPlacedByBoth(const ImagePair& pair, Level level, Corner corner) {
    return isPlacedByReader(pair.first->landmarks.at(level).at(corner)) &&
           isPlacedByReader(pair.second->landmarks.at(level).at(corner));
}

LandmarkErrors errorsOf(const std::vector<ImagePair>& pairs, std::optional<Level> onlyLevel,
                        std::optional<Corner> onlyCorner) {
    LandmarkErrors result{onlyLevel, onlyCorner, {}, {}, {}, {}, 0};
    std::vector<PointDistance> pixels, millimetres, placedPixels, placedMillimetres;
    for (const ImagePair& pair : pairs) {
        for (const Level level : kLevels) {
            for (const Corner corner : kCorners) {
                if (onlyLevel.value_or(level) != level || onlyCorner.value_or(corner) != corner) continue;
                const auto apart = pixelDistance(pair, level, corner);
                if (!apart) {
                    ++result.missing;
                    continue;
                }
                const auto apartMm = mmDistance(pair, level, corner);
                const bool isPlaced = isPlacedByBoth(pair, level, corner);
                const std::string& image = pair.first->image;
                pixels.push_back({image, *apart});
                if (apartMm) millimetres.push_back({image, *apartMm});
                if (isPlaced) placedPixels.push_back({image, *apart});
                if (isPlaced && apartMm) placedMillimetres.push_back({image, *apartMm});
            }
        }
    }
    result.pixels = radialErrors(pixels);
    result.millimetres = radialErrors(millimetres);
    result.placedPixels = radialErrors(placedPixels);
    result.placedMillimetres = radialErrors(placedMillimetres);
    return result;
}

std::vector<LandmarkErrors> allErrors(const std::vector<ImagePair>& pairs) {
    std::vector<LandmarkErrors> errors{errorsOf(pairs, {}, {})};
    for (const Level level : kLevels)
        errors.push_back(errorsOf(pairs, level, {}));
    for (const Corner corner : kCorners)
        errors.push_back(errorsOf(pairs, {}, corner));
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            errors.push_back(errorsOf(pairs, level, corner));
    return errors;
}

/// Mean over the corners; nothing when one of them has no distance.
template <typename OfCorner>
std::optional<double> meanDistance(const std::vector<std::pair<Level, Corner>>& corners, OfCorner ofCorner) {
    double sum = 0;
    for (const auto& [level, corner] : corners) {
        const std::optional<double> one = ofCorner(level, corner);
        if (!one) return std::nullopt;
        sum += *one;
    }
    return sum / static_cast<double>(corners.size());
}

/// Here it is no reader who is constant.
void sayNoVariance(Statistic& value) {
    if (!value.isDefined() && value.reason() == Undefined::ConstantReader) value = Undefined::NoVariance;
}

template <typename Correlation>
void sayNoVariance(Correlation& correlation, Statistic& estimate) {
    sayNoVariance(estimate);
    sayNoVariance(correlation.fisher.low);
    sayNoVariance(correlation.fisher.high);
}

struct DistancesAndScores {
    std::vector<double> distances, differences;

    void add(const std::optional<double>& distance, double difference) {
        if (!distance) return;
        distances.push_back(*distance);
        differences.push_back(difference);
    }
    Spearman spearman() const {
        Spearman found = vertescore::spearman(distances, differences);
        sayNoVariance(found, found.rho);
        for (Statistic* limit :
             {&found.fieller.low, &found.fieller.high, &found.bonettWright.low, &found.bonettWright.high})
            sayNoVariance(*limit);
        return found;
    }
    Pearson pearson() const {
        Pearson found = vertescore::pearson(distances, differences);
        sayNoVariance(found, found.r);
        return found;
    }
};

DistanceAndScore withScores(const std::vector<ImagePair>& pairs, const PairSample& sample, const Unit& unit) {
    std::map<std::string, double> differences;
    for (std::size_t i = 0; i < sample.size(); ++i)
        differences[sample.images[i]] = std::abs(sample.first[i] - sample.second[i]);
    const auto corners = boundingCorners(unit);
    DistancesAndScores pixels, millimetres;
    for (const ImagePair& pair : pairs) {
        const auto difference = differences.find(pair.first->image);
        if (difference == differences.end()) continue;
        pixels.add(meanDistance(corners, [&](Level l, Corner c) { return pixelDistance(pair, l, c); }),
                   difference->second);
        millimetres.add(meanDistance(corners, [&](Level l, Corner c) { return mmDistance(pair, l, c); }),
                        difference->second);
    }
    return {pixels.distances.size(),      pixels.spearman(),      pixels.pearson(),
            millimetres.distances.size(), millimetres.spearman(), millimetres.pearson()};
}

std::map<std::string, ByImage> byReader(std::span<const ReaderLandmarks> landmarks,
                                        const std::string& condition) {
    std::map<std::string, ByImage> readers;
    for (const ReaderLandmarks& one : landmarks)
        if (one.condition == condition) readers[one.reader].try_emplace(one.image, &one);
    return readers;
}

std::vector<ImagePair> imagesOfBoth(const ByImage& first, const ByImage& second) {
    std::vector<ImagePair> pairs;
    for (const auto& [image, landmarks] : first)
        if (const auto other = second.find(image); other != second.end())
            pairs.push_back({landmarks, other->second});
    return pairs;
}

/// The scores of two readers by name; empty when one of them has none.
PairSample scoresOf(const ScoreMatrix& matrix, const std::string& first, const std::string& second) {
    const auto placeOf = [&](const std::string& reader) {
        return static_cast<std::size_t>(std::ranges::find(matrix.raters, reader) - matrix.raters.begin());
    };
    const std::size_t one = placeOf(first), other = placeOf(second);
    if (one == matrix.raters.size() || other == matrix.raters.size()) return {};
    return pairSample(matrix, one, other);
}

} // namespace

std::vector<std::pair<Level, Corner>> boundingCorners(const Unit& unit) {
    std::set<std::pair<Level, Corner>> corners;
    for (const Segment segment : kSegments) {
        if (unit.kind == Unit::Kind::Level && unit.segment != segment) continue;
        const std::size_t level = indexOf(Level::L1) + static_cast<std::size_t>(segment);
        for (const Corner corner : {Corner::InferiorAnterior, Corner::InferiorPosterior})
            corners.emplace(kLevels[level - 1], corner);
        for (const Corner corner : kCorners)
            corners.emplace(kLevels[level], corner);
        for (const Corner corner : {Corner::SuperiorAnterior, Corner::SuperiorPosterior})
            corners.emplace(kLevels[level + 1], corner);
    }
    return {corners.begin(), corners.end()};
}

std::vector<LandmarkAgreement> landmarkAgreement(std::span<const ReaderLandmarks> landmarks,
                                                 const RatingTable& table, const std::string& condition) {
    const auto readers = byReader(landmarks, condition);
    std::vector<LandmarkAgreement> result;
    std::vector<ImagePair> everyPair;
    for (auto first = readers.begin(); first != readers.end(); ++first) {
        for (auto second = std::next(first); second != readers.end(); ++second) {
            const auto pairs = imagesOfBoth(first->second, second->second);
            if (pairs.empty()) continue;
            everyPair.insert(everyPair.end(), pairs.begin(), pairs.end());
            LandmarkAgreement& agreement = result.emplace_back();
            agreement.readers = first->first + "-" + second->first;
            agreement.images = pairs.size();
            agreement.errors = allErrors(pairs);
            for (const Unit& unit : unitsOf(table))
                if (unit.kind != Unit::Kind::Category)
                    agreement.withScores.emplace_back(
                        unit,
                        withScores(pairs,
                                   scoresOf(scoreMatrix(table, condition, unit), first->first, second->first),
                                   unit));
        }
    }
    if (result.size() > 1) result.push_back({"all", everyPair.size(), allErrors(everyPair), {}});
    return result;
}

} // namespace vertescore
