// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/landmarks/Landmarks.h"

#include "core/base/EnumNames.h"

#include <algorithm>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 5> kPointStateNames{"unset", "predicted", "edited", "confirmed",
                                                           "notVisible"};
constexpr std::array<std::string_view, 3> kMissingReasonNames{"none", "belowThreshold", "outsidePicture"};

using Outline = std::array<PixelPoint, kCornerCount>;

/// Around the body: superior anterior, inferior anterior, inferior posterior, superior posterior.
Outline outlineOf(const VertebraLandmarks& vertebra) {
    return {*vertebra.at(Corner::SuperiorAnterior).position, *vertebra.at(Corner::InferiorAnterior).position,
            *vertebra.at(Corner::InferiorPosterior).position,
            *vertebra.at(Corner::SuperiorPosterior).position};
}

/// Twice the signed area of the triangle a, b, c.
double turn(PixelPoint a, PixelPoint b, PixelPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool isConvex(const Outline& outline) {
    int positive = 0, negative = 0;
    for (std::size_t i = 0; i < kCornerCount; ++i) {
        const double t = turn(outline[i], outline[(i + 1) % kCornerCount], outline[(i + 2) % kCornerCount]);
        (t > 0 ? positive : negative) += 1;
    }
    return positive == 0 || negative == 0;
}

bool segmentsCross(PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d) {
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool outlinesCross(const Outline& first, const Outline& second) {
    for (std::size_t i = 0; i < kCornerCount; ++i)
        for (std::size_t j = 0; j < kCornerCount; ++j)
            if (segmentsCross(first[i], first[(i + 1) % kCornerCount], second[j],
                              second[(j + 1) % kCornerCount]))
                return true;
    return false;
}

std::optional<LandmarkProblem::Kind> shapeProblem(const Outline& outline, double anteriorDirection) {
    using Kind = LandmarkProblem::Kind;
    const auto& [superiorAnterior, inferiorAnterior, inferiorPosterior, superiorPosterior] = outline;
    const double superiorDepth = (superiorAnterior.x - superiorPosterior.x) * anteriorDirection;
    const double inferiorDepth = (inferiorAnterior.x - inferiorPosterior.x) * anteriorDirection;
    if (superiorDepth + inferiorDepth <= 0) return Kind::SwappedAnteriorPosterior;
    const double superiorY = superiorAnterior.y + superiorPosterior.y;
    const double inferiorY = inferiorAnterior.y + inferiorPosterior.y;
    if (inferiorY <= superiorY) return Kind::SwappedSuperiorInferior;
    if (!isConvex(outline)) return Kind::NotConvex;
    return std::nullopt;
}

} // namespace

std::string_view pointStateName(PointState state) {
    return kPointStateNames[static_cast<std::size_t>(state)];
}

std::optional<PointState> pointStateFromName(std::string_view name) {
    return valueNamed<PointState>(kPointStateNames, name);
}

std::string_view missingReasonName(MissingReason reason) {
    return kMissingReasonNames[static_cast<std::size_t>(reason)];
}

std::optional<MissingReason> missingReasonFromName(std::string_view name) {
    return valueNamed<MissingReason>(kMissingReasonNames, name);
}

bool VertebraLandmarks::isComplete() const {
    return std::all_of(corners.begin(), corners.end(),
                       [](const Landmark& l) { return l.position.has_value(); });
}

std::optional<PixelPoint> VertebraLandmarks::centre() const {
    if (!isComplete()) return std::nullopt;
    PixelPoint sum;
    for (const auto& corner : corners) {
        sum.x += corner.position->x;
        sum.y += corner.position->y;
    }
    return PixelPoint{sum.x / kCornerCount, sum.y / kCornerCount};
}

bool Landmarks::isEmpty() const {
    return std::all_of(vertebrae.begin(), vertebrae.end(), [](const VertebraLandmarks& vertebra) {
        return std::none_of(vertebra.corners.begin(), vertebra.corners.end(),
                            [](const Landmark& l) { return l.position.has_value(); });
    });
}

std::vector<Level> Landmarks::missingLevels() const {
    std::vector<Level> missing;
    for (const Level level : kLevels)
        if (!at(level).isComplete()) missing.push_back(level);
    return missing;
}

Landmarks mirrored(const Landmarks& landmarks, const ScanGeometry& geometry) {
    Landmarks result = landmarks;
    result.anterior = landmarks.anterior == AnteriorSide::Left ? AnteriorSide::Right : AnteriorSide::Left;
    for (auto& vertebra : result.vertebrae)
        for (auto& corner : vertebra.corners)
            if (corner.position) corner.position = geometry.mirrored(*corner.position);
    return result;
}

Landmarks shifted(const Landmarks& landmarks, int levels) {
    Landmarks result;
    result.anterior = landmarks.anterior;
    for (int from = 0; from < static_cast<int>(kLevelCount); ++from) {
        const int to = from + levels;
        if (to >= 0 && to < static_cast<int>(kLevelCount))
            result.vertebrae[static_cast<std::size_t>(to)] =
                landmarks.vertebrae[static_cast<std::size_t>(from)];
    }
    return result;
}

std::vector<LandmarkProblem> findProblems(const Landmarks& landmarks) {
    using Kind = LandmarkProblem::Kind;
    const double anteriorDirection = landmarks.anterior == AnteriorSide::Right ? 1 : -1;
    std::vector<LandmarkProblem> problems;
    const VertebraLandmarks* above = nullptr;
    Level levelAbove = Level::T12;
    for (const Level level : kLevels) {
        const auto& vertebra = landmarks.at(level);
        if (!vertebra.isComplete()) continue;
        const auto outline = outlineOf(vertebra);
        if (const auto kind = shapeProblem(outline, anteriorDirection)) problems.push_back({level, *kind});
        if (above && vertebra.centre()->y <= above->centre()->y)
            problems.push_back({level, Kind::OutOfOrder});
        else if (above && outlinesCross(outlineOf(*above), outline))
            problems.push_back({levelAbove, Kind::OverlapsNext});
        above = &vertebra;
        levelAbove = level;
    }
    return problems;
}

} // namespace vertescore
