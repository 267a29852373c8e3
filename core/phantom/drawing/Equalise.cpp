// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Grain.h"

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

constexpr int kTiles = 8;
constexpr int kSteps = 256;
using Curve = std::array<float, kSteps>;

int stepOf(float grey) {
    return std::clamp(static_cast<int>(grey * (kSteps - 1) + 0.5F), 0, kSteps - 1);
}

/// The clipped and accumulated histogram of one tile.
Curve curveOf(const Plane& plane, int tileX, int tileY, double limit) {
    Curve counts{};
    const int left = plane.width * tileX / kTiles;
    const int right = plane.width * (tileX + 1) / kTiles;
    const int top = plane.height * tileY / kTiles;
    const int bottom = plane.height * (tileY + 1) / kTiles;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            counts[static_cast<std::size_t>(stepOf(plane.row(y)[x]))] += 1;
    const auto pixels = static_cast<float>((right - left) * (bottom - top));
    const float ceiling = static_cast<float>(limit) * pixels / kSteps;
    float excess = 0;
    for (float& count : counts) {
        excess += std::max(0.0F, count - ceiling);
        count = std::min(count, ceiling);
    }
    Curve curve{};
    float sum = 0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        sum += counts[i] + excess / kSteps;
        curve[i] = sum / pixels;
    }
    return curve;
}

/// Between which tile centres a pixel lies, and where.
struct Place {
    int first;
    int second;
    float share;
};

Place placeOf(int pixel, int size) {
    const float at = (static_cast<float>(pixel) + 0.5F) * kTiles / static_cast<float>(size) - 0.5F;
    const int first = std::clamp(static_cast<int>(at + 1) - 1, 0, kTiles - 1);
    return {first, std::min(first + 1, kTiles - 1), std::clamp(at - static_cast<float>(first), 0.0F, 1.0F)};
}

} // namespace

void equaliseLocally(Plane& plane, double limit) {
    std::vector<Curve> curves;
    for (int y = 0; y < kTiles; ++y)
        for (int x = 0; x < kTiles; ++x)
            curves.push_back(curveOf(plane, x, y, limit));
    for (int y = 0; y < plane.height; ++y) {
        const Place down = placeOf(y, plane.height);
        for (int x = 0; x < plane.width; ++x) {
            const Place across = placeOf(x, plane.width);
            const auto step = static_cast<std::size_t>(stepOf(plane.row(y)[x]));
            const auto at = [&](int tileX, int tileY) {
                return curves[static_cast<std::size_t>(tileY * kTiles + tileX)][step];
            };
            const float above = at(across.first, down.first) +
                                across.share * (at(across.second, down.first) - at(across.first, down.first));
            const float below =
                at(across.first, down.second) +
                across.share * (at(across.second, down.second) - at(across.first, down.second));
            plane.row(y)[x] = std::clamp(above + down.share * (below - above), 0.0F, 1.0F);
        }
    }
}

} // namespace vertescore
