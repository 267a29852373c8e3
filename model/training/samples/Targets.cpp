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

double extent(const VertebraTarget& target, double NetworkPoint::*axis) {
    const auto [low, high] = std::minmax_element(
        target.corners.begin(), target.corners.end(),
        [axis](const NetworkPoint& a, const NetworkPoint& b) { return a.*axis < b.*axis; });
    return (*high).*axis - (*low).*axis;
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
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const VertebraTarget& target = targets[i];
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
        const double radius = gaussianRadius(extent(target, &NetworkPoint::x) * mapWidth / kNetworkWidth,
                                             extent(target, &NetworkPoint::y) * mapHeight / kNetworkHeight);
        drawGaussian(out.heatmap, vertebra.x, vertebra.y, std::max(1, static_cast<int>(radius)));
    }
    return out;
}

} // namespace vertescore
