// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Heatmap.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

bool isLocalMaximum(const Heatmap& map, int x, int y) {
    const float value = map.at(x, y);
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const int nx = x + dx;
            const int ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= map.width || ny >= map.height) continue;
            // Of equal neighbours the first in reading order is the peak.
            const bool isBefore = dy < 0 || (dy == 0 && dx < 0);
            if (map.at(nx, ny) > value || (isBefore && map.at(nx, ny) == value)) return false;
        }
    return true;
}

} // namespace

float Heatmap::strongestNear(CellPoint place, int reach) const {
    const int cx = static_cast<int>(std::floor(place.x));
    const int cy = static_cast<int>(std::floor(place.y));
    float strongest = 0;
    for (int y = std::max(0, cy - reach); y <= std::min(height - 1, cy + reach); ++y)
        for (int x = std::max(0, cx - reach); x <= std::min(width - 1, cx + reach); ++x)
            strongest = std::max(strongest, at(x, y));
    return strongest;
}

std::vector<Peak> findPeaks(const Heatmap& heatmap, const PeakOptions& options) {
    std::vector<Peak> candidates;
    for (int y = 0; y < heatmap.height; ++y)
        for (int x = 0; x < heatmap.width; ++x)
            if (heatmap.at(x, y) >= options.threshold && isLocalMaximum(heatmap, x, y))
                candidates.push_back({x, y, heatmap.at(x, y)});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Peak& a, const Peak& b) { return a.value > b.value; });
    const auto place = [frame = heatmap.frame()](const Peak& peak) {
        return frame.toNetwork({peak.x + 0.5, peak.y + 0.5});
    };
    std::vector<Peak> kept;
    for (const Peak& peak : candidates) {
        if (kept.size() == kMostPeaks) break;
        const bool isNew = std::none_of(kept.begin(), kept.end(), [&](const Peak& other) {
            const NetworkPoint a = place(peak), b = place(other);
            return std::hypot(a.x - b.x, a.y - b.y) < options.minimumSpacingPx;
        });
        if (isNew) kept.push_back(peak);
    }
    std::sort(kept.begin(), kept.end(),
              [](const Peak& a, const Peak& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    return kept;
}

} // namespace vertescore
