// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/RoiLengths.h"

#include <cmath>

namespace vertescore {
namespace {

constexpr std::size_t kWidthGuides = 12; // all but L4/L5, as Guides::meanWidth

std::optional<double> lengthMm(PixelPoint from, PixelPoint to, const ScanGeometry& geometry) {
    const auto a = geometry.toMm(from), b = geometry.toMm(to);
    if (!a || !b) return std::nullopt;
    return std::hypot(b->x - a->x, b->y - a->y);
}

} // namespace

std::optional<double> meanWidthMm(const Guides& guides, const ScanGeometry& geometry) {
    double sum = 0;
    for (std::size_t i = 0; i < kWidthGuides; ++i) {
        if (!guides.guides[i]) return std::nullopt;
        const auto chord = lengthMm(guides.guides[i]->posterior, guides.guides[i]->anterior, geometry);
        if (!chord) return std::nullopt;
        sum += *chord;
    }
    return sum / kWidthGuides;
}

std::optional<double> curveDistanceMm(const Guides& guides, const RoiCurve& curve,
                                      const ScanGeometry& geometry) {
    double sum = 0;
    for (std::size_t i = 0; i < kGuideCount; ++i) {
        if (!guides.guides[i]) return std::nullopt;
        const auto length = lengthMm(guides.guides[i]->anterior, curve.knots[i], geometry);
        if (!length) return std::nullopt;
        sum += *length;
    }
    return sum / kGuideCount;
}

} // namespace vertescore
