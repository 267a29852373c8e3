// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/WallMarks.h"

#include "core/geometry/ScanGeometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vertescore {

namespace {

constexpr double kShortest = 1e-6; // of a segment; less is a click

PixelPoint minus(PixelPoint a, PixelPoint b) {
    return {a.x - b.x, a.y - b.y};
}
double cross(PixelPoint a, PixelPoint b) {
    return a.x * b.y - a.y * b.x;
}
double dot(PixelPoint a, PixelPoint b) {
    return a.x * b.x + a.y * b.y;
}

/// The line across the spine at a place: between two guides each of its ends moves evenly from one guide's to
/// the next one's. This is what divides a segment into its thirds.
Guide lineAt(const Guides& guides, double along) {
    const auto segment =
        std::min(static_cast<std::size_t>(std::clamp(along, 0.0, kWallEnd)), kSegmentCount - 1);
    const Guide& above = *guides.guides[3 * segment];
    const Guide& below = *guides.guides[3 * segment + 3];
    const double share = along - static_cast<double>(segment);
    return {GuideKind::Inter, between(above.anterior, below.anterior, share),
            between(above.posterior, below.posterior, share)};
}

/// Which side of the line a point is on; the sign of what is below it is that of the way down.
double side(const Guide& line, PixelPoint point) {
    return cross(minus(line.anterior, line.posterior), minus(point, line.posterior));
}

double acrossOf(const Guide& line, PixelPoint point) {
    const PixelPoint chord = minus(line.anterior, line.posterior);
    const double square = dot(chord, chord);
    return square > 0 ? dot(minus(point, line.posterior), chord) / square : 0;
}

bool isBelow(const Guides& guides, double along, PixelPoint point) {
    const Guide line = lineAt(guides, along);
    const double step = along < kWallEnd ? 1 : -1;
    const Guide next = lineAt(guides, along + step);
    const double down = step * side(line, midpoint(next.anterior, next.posterior));
    return side(line, point) * down >= 0;
}

/// The line through the point within a segment that it lies in: halved until nothing is left to halve.
double alongWithin(const Guides& guides, std::size_t segment, PixelPoint point) {
    double above = static_cast<double>(segment), below = above + 1;
    const bool isBelowUpper = side(lineAt(guides, above), point) >= 0;
    for (int step = 0; step < 60; ++step) {
        const double middle = (above + below) / 2;
        const bool isSame = (side(lineAt(guides, middle), point) >= 0) == isBelowUpper;
        (isSame ? above : below) = middle;
    }
    return (above + below) / 2;
}

double alongOf(const Guides& guides, PixelPoint point) {
    if (!isBelow(guides, 0, point)) return 0;
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment)
        if (!isBelow(guides, static_cast<double>(segment + 1), point))
            return alongWithin(guides, segment, point);
    return kWallEnd;
}

/// A place on the straight way, in the guides' own coordinates, between the ends of a stretch.
PixelPoint betweenEnds(const WallStretch& stretch, const Guides& guides, double along) {
    const double share = (along - stretch.from) / (stretch.to - stretch.from);
    const double upper = acrossOf(lineAt(guides, stretch.from), stretch.upper);
    const double lower = acrossOf(lineAt(guides, stretch.to), stretch.lower);
    return pixelAt(guides, {along, upper + share * (lower - upper)});
}

} // namespace

std::optional<WallPlace> wallPlace(const Guides& guides, PixelPoint point) {
    if (!guides.isComplete()) return std::nullopt;
    const double along = alongOf(guides, point);
    return WallPlace{along, acrossOf(lineAt(guides, along), point)};
}

PixelPoint pixelAt(const Guides& guides, WallPlace place) {
    const Guide line = lineAt(guides, place.along);
    return between(line.posterior, line.anterior, place.across);
}

bool liesOnWall(const WallStretch& stretch) {
    for (const double place : {stretch.upper.x, stretch.upper.y, stretch.lower.x, stretch.lower.y})
        if (!std::isfinite(place)) return false;
    return stretch.from >= 0 && stretch.from < stretch.to && stretch.to <= kWallEnd;
}

std::optional<WallStretch> measuredStretch(const Guides& guides, PixelPoint one, PixelPoint other) {
    const auto first = wallPlace(guides, one);
    const auto second = wallPlace(guides, other);
    if (!first || !second || std::abs(second->along - first->along) < kShortest) return std::nullopt;
    WallStretch stretch{one, other, first->along, second->along};
    if (stretch.from > stretch.to) stretch = {other, one, second->along, first->along};
    return stretch;
}

std::optional<WallStretches> measuredAgain(const WallStretches& stretches, const Guides& guides) {
    if (!guides.isComplete()) return std::nullopt;
    WallStretches again;
    for (const WallStretch& stretch : stretches)
        if (const auto measured = measuredStretch(guides, stretch.upper, stretch.lower))
            again.push_back(*measured);
    return again;
}

WallStretches withErased(const WallStretches& stretches, const Guides& guides, double from, double to) {
    WallStretches remaining;
    for (const WallStretch& stretch : stretches) {
        if (to <= stretch.from || from >= stretch.to || !guides.isComplete()) {
            remaining.push_back(stretch);
            continue;
        }
        if (from - stretch.from > kShortest)
            remaining.push_back({stretch.upper, betweenEnds(stretch, guides, from), stretch.from, from});
        if (stretch.to - to > kShortest)
            remaining.push_back({betweenEnds(stretch, guides, to), stretch.lower, to, stretch.to});
    }
    return remaining;
}

std::vector<PixelPoint> pathOf(const WallStretch& stretch, const Guides& guides) {
    std::vector<PixelPoint> path{stretch.upper};
    if (const auto now = measuredStretch(guides, stretch.upper, stretch.lower))
        for (double guide = std::floor(now->from) + 1; guide < now->to; ++guide)
            path.push_back(betweenEnds(*now, guides, guide));
    path.push_back(stretch.lower);
    return path;
}

} // namespace vertescore
