// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/GuideItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QPainter>

namespace vertescore {
namespace {

constexpr double kMarginShare = 0.12;   // of the curve's distance, beyond the curve
constexpr double kOverhangShare = 0.35; // of the chord, where there is no curve

} // namespace

std::optional<double> curveDistance(const SceneState& state) {
    const auto& roi = state.document->roi();
    if (!roi) return std::nullopt;
    return roi->curve.distance;
}

PixelPoint guideEnd(const Guide& guide, double distance) {
    const double chord = vertescore::distance(guide.posterior, guide.anterior);
    if (chord <= 0) return guide.anterior;
    return between(guide.posterior, guide.anterior, 1 + distance / chord);
}

void paintGuides(QPainter& painter, const SceneState& state) {
    const auto distanceToCurve = curveDistance(state);
    for (const auto& guide : state.document->guides().guides) {
        if (!guide) continue;
        const double beyond = distanceToCurve ? *distanceToCurve * (1 + kMarginShare)
                                              : kOverhangShare * distance(guide->posterior, guide->anterior);
        painter.setPen(palette::guidePen(guide->kind, 1.4));
        painter.drawLine(state.transform.toWidget(guide->posterior),
                         state.transform.toWidget(guideEnd(*guide, beyond)));
    }
}

} // namespace vertescore
