// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/ScanGeometry.h"

#include "core/base/Assert.h"
#include "core/base/EnumNames.h"

#include <array>
#include <cmath>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 5> kSpacingSourceNames{
    "PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing", "ExposedArea", "Phantom"};

// Pixel centres are at integers, so a resize maps (p + 1/2) proportionally.
double rescaled(double position, int fromSize, int toSize) {
    return (position + 0.5) * toSize / fromSize - 0.5;
}

} // namespace

std::string_view anteriorSideName(AnteriorSide side) {
    return side == AnteriorSide::Left ? "left" : "right";
}

std::optional<AnteriorSide> anteriorSideFromName(std::string_view name) {
    if (name == "left") return AnteriorSide::Left;
    if (name == "right") return AnteriorSide::Right;
    return std::nullopt;
}

std::string_view spacingSourceName(SpacingSource source) {
    return kSpacingSourceNames[static_cast<std::size_t>(source)];
}

std::optional<SpacingSource> spacingSourceFromName(std::string_view name) {
    return valueNamed<SpacingSource>(kSpacingSourceNames, name);
}

NetworkPoint ScanGeometry::toNetwork(PixelPoint point, AnteriorSide anterior) const {
    VERTESCORE_ASSERT(width > 0 && height > 0);
    const auto facingRight = anterior == AnteriorSide::Left ? mirrored(point) : point;
    return {rescaled(facingRight.x, width, kNetworkWidth), rescaled(facingRight.y, height, kNetworkHeight)};
}

PixelPoint ScanGeometry::toPixel(NetworkPoint point, AnteriorSide anterior) const {
    VERTESCORE_ASSERT(width > 0 && height > 0);
    const PixelPoint facingRight{rescaled(point.x, kNetworkWidth, width),
                                 rescaled(point.y, kNetworkHeight, height)};
    return anterior == AnteriorSide::Left ? mirrored(facingRight) : facingRight;
}

std::optional<MmPoint> ScanGeometry::toMm(PixelPoint point) const {
    if (!spacing) return std::nullopt;
    return MmPoint{point.x * spacing->xMm, point.y * spacing->yMm};
}

bool ScanGeometry::contains(PixelPoint point) const {
    return point.x >= 0 && point.x <= width - 1 && point.y >= 0 && point.y <= height - 1;
}

double distance(PixelPoint a, PixelPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

PixelPoint midpoint(PixelPoint a, PixelPoint b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

PixelPoint between(PixelPoint a, PixelPoint b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

} // namespace vertescore
