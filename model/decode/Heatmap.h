// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"

#include <vector>

namespace vertescore {

/// A place on an output map, in cells; (0, 0) is the top-left edge of the top-left cell.
struct CellPoint {
    double x = 0;
    double y = 0;
};

/// An output map of this many cells over the network frame, whatever the input size was.
struct CellFrame {
    int width = 0;
    int height = 0;
    CellPoint toCells(NetworkPoint point) const {
        return {(point.x + 0.5) * width / kNetworkWidth, (point.y + 0.5) * height / kNetworkHeight};
    }
    NetworkPoint toNetwork(CellPoint point) const {
        return {point.x * kNetworkWidth / width - 0.5, point.y * kNetworkHeight / height - 0.5};
    }
};

/// Probability that a vertebra's centre lies in the cell; row order, 0...1.
struct Heatmap {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    float at(int x, int y) const { return values[index(x, y)]; }
    float& at(int x, int y) { return values[index(x, y)]; }
    CellFrame frame() const { return {width, height}; }
    /// The largest value within `reach` cells of a place; 0 outside the map.
    float strongestNear(CellPoint place, int reach) const;

private:
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

struct Peak {
    int x = 0; ///< cell
    int y = 0;
    double value = 0;
};

/// How many peaks are looked at: six vertebrae, their neighbours, and a few that are none.
inline constexpr std::size_t kMostPeaks = 14;

struct PeakOptions {
    double threshold = 0.08;      ///< a peak below is nothing
    double minimumSpacingPx = 24; ///< network pixels; of two peaks closer than this the weaker is nothing
};

struct PeakSpacing;
/// The spacing on a map of this frame.
PeakSpacing spacingOn(const CellFrame& frame, const PeakOptions& options);

/// Local maxima (3 x 3) above the threshold, no two closer than the spacing, the strongest kMostPeaks of
/// them, top to bottom.
std::vector<Peak> findPeaks(const Heatmap& heatmap, const PeakOptions& options = {});

} // namespace vertescore
