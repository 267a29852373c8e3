// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"

#include <array>
#include <vector>

namespace vertescore {

/// The picture as greys 0...1 with the front on the right, and its landmarks there. Unscanned pixels are 0.
struct PhantomView {
    int width = 0;
    int height = 0;
    std::vector<float> grey;
    Landmarks landmarks;
    double low = 0;   ///< 1st percentile
    double range = 1; ///< 99th - 1st, at least 0.02

    bool contains(PixelPoint p) const {
        return p.x >= 0 && p.y >= 0 && p.x <= width - 1 && p.y <= height - 1;
    }
    float at(PixelPoint p) const; ///< of the nearest pixel
    /// depth 0 at the posterior wall, 1 at the anterior one; height 0 at the superior endplate, 1 at the
    /// inferior one.
    PixelPoint place(Level level, double depth, double down) const;
};
PhantomView viewOf(const Phantom& phantom);

/// A four-sided region of the picture, sampled about once per pixel.
struct GreyPatch {
    int columns = 0;
    int rows = 0;
    std::vector<double> values;
    bool isInside = true;   ///< all corners within the picture
    bool isClipped = false; ///< has pixels at 0 or 1

    double mean() const;
    double variance() const;
};

/// The region of a place's stretch of depth and height, as PhantomView::place.
struct BodyRegion {
    double back = 0;
    double front = 1;
    double top = 0;
    double bottom = 1;
};

/// Corners: top back, top front, bottom front, bottom back.
GreyPatch samplePatch(const PhantomView& view, const std::array<PixelPoint, 4>& corners);
GreyPatch bodyPatch(const PhantomView& view, Level level, const BodyRegion& region);
/// The middle of the disc below a vertebra (T12-L4).
GreyPatch discPatch(const PhantomView& view, Level level);

/// Takes the least-squares quadratic surface away.
void detrend(GreyPatch& patch);

} // namespace vertescore
