// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"

#include <optional>
#include <string_view>

namespace vertescore {

/// Which side of the picture is the patient's front.
enum class AnteriorSide { Left, Right };
std::string_view anteriorSideName(AnteriorSide side); ///< "left" or "right"
std::optional<AnteriorSide> anteriorSideFromName(std::string_view name);

/// Where a pixel spacing came from; shown beside every millimetre.
enum class SpacingSource {
    PixelSpacing,
    ImagerPixelSpacing,
    NominalScannedPixelSpacing,
    ExposedArea,
    Phantom
};
std::string_view spacingSourceName(SpacingSource source);
std::optional<SpacingSource> spacingSourceFromName(std::string_view name);

/// Distance between pixel centres, along a row (x) and down a column (y). Both > 0.
struct PixelSpacing {
    double xMm = 0;
    double yMm = 0;
    SpacingSource source = SpacingSource::PixelSpacing;
    friend bool operator==(const PixelSpacing&, const PixelSpacing&) = default;
};

/// The frame in which the network sees every scan (paper 000: 1024 x 512, aspect ignored).
inline constexpr int kNetworkWidth = 512;
inline constexpr int kNetworkHeight = 1024;

/// Size and scale of one scan, and the only place where points change their frame. Immutable in use; any
/// thread.
struct ScanGeometry {
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    std::optional<PixelSpacing> spacing;

    /// Source pixel to network frame; a scan with anterior on the left is mirrored on the way.
    NetworkPoint toNetwork(PixelPoint point, AnteriorSide anterior) const;
    /// The exact inverse of toNetwork.
    PixelPoint toPixel(NetworkPoint point, AnteriorSide anterior) const;
    /// Nothing when the spacing is unknown: never millimetres made of pixels.
    std::optional<MmPoint> toMm(PixelPoint point) const;
    /// True inside the picture: 0 <= x <= width - 1, likewise y (between the outer pixel centres).
    bool contains(PixelPoint point) const;
    /// The point seen in a mirror that swaps left and right.
    PixelPoint mirrored(PixelPoint point) const { return {width - 1 - point.x, point.y}; }

    friend bool operator==(const ScanGeometry&, const ScanGeometry&) = default;
};

double distance(PixelPoint a, PixelPoint b); ///< source pixels
PixelPoint midpoint(PixelPoint a, PixelPoint b);
/// a at share 0, b at share 1.
PixelPoint between(PixelPoint a, PixelPoint b, double share);

} // namespace vertescore
