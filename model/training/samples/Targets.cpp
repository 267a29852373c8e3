// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Targets.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// Root of a x^2 - b x + c that shrinks to zero with the box.
double smallerRoot(double a, double b, double c) {
    return (b - std::sqrt(std::max(0.0, b * b - 4 * a * c))) / (2 * a);
}

void drawGaussian(Heatmap& map, int cx, int cy, int radius) {
    const double sigma = (2 * radius + 1) / 6.0;
    for (int y = std::max(0, cy - radius); y <= std::min(map.height - 1, cy + radius); ++y)
        for (int x = std::max(0, cx - radius); x <= std::min(map.width - 1, cx + radius); ++x) {
            const double square = (x - cx) * (x - cx) + (y - cy) * (y - cy);
            float& value = map.at(x, y);
            value = std::max(value, static_cast<float>(std::exp(-square / (2 * sigma * sigma))));
        }
}

struct AxisRange {
    double low = 0;
    double high = 0;
    double length() const { return high - low; }
    AxisRange widened(double by) const { return {low - by, high + by}; }
};

/// Of the corners, along one axis.
AxisRange rangeOf(const VertebraTarget& target, double NetworkPoint::*axis) {
    const auto [low, high] = std::minmax_element(
        target.corners.begin(), target.corners.end(),
        [axis](const NetworkPoint& a, const NetworkPoint& b) { return a.*axis < b.*axis; });
    return {(*low).*axis, (*high).*axis};
}

/// Takes the weight from the cells about a vertebra: its box, and half its size around.
void ignoreAbout(const VertebraTarget& target, const CellFrame& frame, std::vector<float>& weights) {
    weights.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height), 1.0F);
    const AxisRange boxX = rangeOf(target, &NetworkPoint::x);
    const AxisRange boxY = rangeOf(target, &NetworkPoint::y);
    const AxisRange x = boxX.widened(boxX.length() / 2);
    const AxisRange y = boxY.widened(boxY.length() / 2);
    const CellPoint first = frame.toCells({x.low, y.low});
    const CellPoint last = frame.toCells({x.high, y.high});
    const auto within = [](double cell, int size) {
        return static_cast<int>(std::clamp(cell, 0.0, size - 1.0));
    };
    for (int row = within(first.y, frame.height); row <= within(last.y, frame.height); ++row)
        for (int column = within(first.x, frame.width); column <= within(last.x, frame.width); ++column)
            weights[static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.width) +
                    static_cast<std::size_t>(column)] = 0;
}

/// The cell of a place and its four neighbours, as far as they lie on the map.
void addNames(CellPoint place, std::size_t levelClass, const CellFrame& frame,
              std::vector<HeadTargets::NamedCell>& names) {
    constexpr std::array<std::array<int, 2>, 5> kPlus{{{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}}};
    for (const auto& [dx, dy] : kPlus) {
        const double x = std::floor(place.x) + dx;
        const double y = std::floor(place.y) + dy;
        if (x >= 0 && y >= 0 && x < frame.width && y < frame.height)
            names.push_back({static_cast<int>(x), static_cast<int>(y), levelClass});
    }
}

/// `steps` vertebrae beyond `end`, as far apart as `end` and its neighbour `inner`.
CellPoint beyond(CellPoint end, CellPoint inner, double steps) {
    return {end.x + steps * (end.x - inner.x), end.y + steps * (end.y - inner.y)};
}

std::vector<HeadTargets::NamedCell> namedCells(const ScanTargets& targets, const CellFrame& frame) {
    std::vector<HeadTargets::NamedCell> names;
    for (std::size_t i = 0; i < targets.size(); ++i)
        if (targets[i].isPresent) addNames(frame.toCells(targets[i].centre), i + 1, frame, names);
    if (targets[0].isPresent && targets[1].isPresent)
        for (const double steps : {1.0, 2.0})
            addNames(beyond(frame.toCells(targets[0].centre), frame.toCells(targets[1].centre), steps), 0,
                     frame, names);
    constexpr std::size_t kLast = kLevelCount - 1;
    if (targets[kLast].isPresent && targets[kLast - 1].isPresent)
        addNames(beyond(frame.toCells(targets[kLast].centre), frame.toCells(targets[kLast - 1].centre), 1.0),
                 kLevelCount + 1, frame, names);
    return names;
}

} // namespace

double gaussianRadius(double width, double height, double minOverlap) {
    const double sum = width + height;
    const double area = width * height;
    const double oneInOneOut = smallerRoot(1, sum, area * (1 - minOverlap) / (1 + minOverlap));
    const double bothInside = smallerRoot(4, 2 * sum, (1 - minOverlap) * area);
    const double bothOutside =
        (-2 * minOverlap * sum +
         std::sqrt(4 * minOverlap * minOverlap * sum * sum + 16 * minOverlap * (1 - minOverlap) * area)) /
        (8 * minOverlap);
    return std::min({oneInOneOut, bothInside, bothOutside});
}

HeadTargets headTargets(const ScanTargets& targets, int mapWidth, int mapHeight) {
    HeadTargets out;
    out.heatmap = {
        mapWidth, mapHeight,
        std::vector<float>(static_cast<std::size_t>(mapWidth) * static_cast<std::size_t>(mapHeight))};
    const CellFrame frame{mapWidth, mapHeight};
    out.names = namedCells(targets, frame);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const VertebraTarget& target = targets[i];
        if (target.isIgnored) ignoreAbout(target, frame, out.weights);
        const CellPoint centre = frame.toCells(target.centre);
        const bool isInside = centre.x >= 0 && centre.y >= 0 && centre.x < mapWidth && centre.y < mapHeight;
        if (!target.isPresent || !isInside) continue;
        HeadTargets::Vertebra& vertebra = out.vertebrae[i];
        vertebra.isPresent = true;
        vertebra.x = static_cast<int>(centre.x);
        vertebra.y = static_cast<int>(centre.y);
        vertebra.centre = {static_cast<float>(centre.x - vertebra.x),
                           static_cast<float>(centre.y - vertebra.y)};
        for (std::size_t k = 0; k < target.corners.size(); ++k) {
            const CellPoint corner = frame.toCells(target.corners[k]);
            vertebra.corners[2 * k] = static_cast<float>(centre.x - corner.x);
            vertebra.corners[2 * k + 1] = static_cast<float>(centre.y - corner.y);
        }
        const double radius =
            gaussianRadius(rangeOf(target, &NetworkPoint::x).length() * mapWidth / kNetworkWidth,
                           rangeOf(target, &NetworkPoint::y).length() * mapHeight / kNetworkHeight);
        drawGaussian(out.heatmap, vertebra.x, vertebra.y, std::max(1, static_cast<int>(radius)));
    }
    return out;
}

} // namespace vertescore
