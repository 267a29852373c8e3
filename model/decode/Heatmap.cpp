// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Heatmap.h"

#include "model/decode/PeakRules.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
float Heatmap::strongestNear(CellPoint place, int reach) const {
    const int cx = static_cast<int>(std::floor(place.x));
    const int cy = static_cast<int>(std::floor(place.y));
    float strongest = 0;
    for (int y = std::max(0, cy - reach); y <= std::min(height - 1, cy + reach); ++y)
        for (int x = std::max(0, cx - reach); x <= std::min(width - 1, cx + reach); ++x)
            strongest = std::max(strongest, at(x, y));
    return strongest;
}

PeakSpacing spacingOn(const CellFrame& frame, const PeakOptions& options) {
    return {options.minimumSpacingPx, static_cast<double>(kNetworkWidth) / frame.width,
            static_cast<double>(kNetworkHeight) / frame.height};
}

std::vector<Peak> findPeaks(const Heatmap& heatmap, const PeakOptions& options) {
    std::vector<Peak> candidates;
    for (int y = 0; y < heatmap.height; ++y)
        for (int x = 0; x < heatmap.width; ++x)
            if (heatmap.at(x, y) >= options.threshold &&
                isLocalMaximum(heatmap.values.data(), heatmap.width, heatmap.height, x, y))
                candidates.push_back({x, y, heatmap.at(x, y)});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Peak& a, const Peak& b) { return a.value > b.value; });
    const PeakSpacing spacing = spacingOn(heatmap.frame(), options);
    std::vector<Peak> kept;
    for (const Peak& peak : candidates) {
        if (kept.size() == kMostPeaks) break;
        const bool isNew = std::none_of(kept.begin(), kept.end(), [&](const Peak& other) {
            return areTooClose(peak.x - other.x, peak.y - other.y, spacing);
        });
        if (isNew) kept.push_back(peak);
    }
    std::sort(kept.begin(), kept.end(),
              [](const Peak& a, const Peak& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    return kept;
}

} // namespace vertescore
