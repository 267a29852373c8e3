// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/guides/Guides.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vertescore {

inline constexpr std::size_t kCurveSamples = 500;
inline constexpr double kSmallestFactor = 0.5;
inline constexpr double kLargestFactor = 1.6;

/// The front border of the aorta's region of interest: a not-a-knot cubic spline x(y) through one point per
/// guide.
struct RoiCurve {
    double factor = 1.0;
    double meanWidth = 0; ///< source pixels
    double distance = 0;  ///< d = factor x (1 + meanWidth), source pixels before the anterior points
    std::array<PixelPoint, kGuideCount> knots;
    std::vector<PixelPoint> samples; ///< kCurveSamples, evenly spaced in y from the first to the last knot
    friend bool operator==(const RoiCurve&, const RoiCurve&) = default;
};

/// Pixels where nothing was scanned; same size as the scan, non-zero = black region.
struct BlackMask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool isEmpty() const;            ///< no pixel is set
    bool at(PixelPoint point) const; ///< of the nearest pixel; false outside the picture
    friend bool operator==(const BlackMask&, const BlackMask&) = default;
};

enum class CropCause : std::uint8_t { None, Border, BlackRegion };

/// A stretch of the curve outside the field, source pixel rows, both ends included.
struct CropRange {
    double yFrom = 0;
    double yTo = 0;
    CropCause cause = CropCause::None;
    friend bool operator==(const CropRange&, const CropRange&) = default;
};

struct Roi {
    RoiCurve curve;
    std::vector<CropCause> causes; ///< of each sample; None = inside
    bool isCropped = false;
    double percent = 0;                     ///< samples outside, of all, 0...100
    std::array<double, 4> segmentPercent{}; ///< L1...L4: samples outside, of those between the guides' knots
    std::vector<CropRange> ranges;
    friend bool operator==(const Roi&, const Roi&) = default;
};

} // namespace vertescore
