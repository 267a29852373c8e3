// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/DeviceFunction.h"

namespace vertescore {

/// True where no neighbour (3 x 3) is larger; of equal neighbours the first in reading order is the peak.
/// values: row order, width x height.
VERTESCORE_DEVICE_FUNCTION bool isLocalMaximum(const float* values, int width, int height, int x, int y) {
    const float value = values[y * width + x];
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const int nx = x + dx;
            const int ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
            const bool isBefore = dy < 0 || (dy == 0 && dx < 0);
            const float other = values[ny * width + nx];
            if (other > value || (isBefore && other == value)) return false;
        }
    return true;
}

/// What makes two peaks one; lengths in network pixels.
struct PeakSpacing {
    double minimum = 0;
    double cellWidth = 0;
    double cellHeight = 0;
};

/// dx, dy: distance in cells.
VERTESCORE_DEVICE_FUNCTION bool areTooClose(int dx, int dy, const PeakSpacing& spacing) {
    const double across = dx * spacing.cellWidth;
    const double down = dy * spacing.cellHeight;
    return across * across + down * down < spacing.minimum * spacing.minimum;
}

} // namespace vertescore
