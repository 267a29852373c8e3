// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/RoiItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kVisibleStep = 2; // logical units

/// Stretches of neighbouring samples that are all outside, or all inside. A stretch begins at the last sample
/// of the one before, so that the line has no gaps.
template <typename Draw>
void forEachStretch(const Roi& roi, Draw draw) {
    std::size_t from = 0;
    while (from + 1 < roi.causes.size()) {
        const bool isOutside = roi.causes[from + 1] != CropCause::None;
        std::size_t to = from + 1;
        while (to + 1 < roi.causes.size() && (roi.causes[to + 1] != CropCause::None) == isOutside)
            ++to;
        draw(from, to, isOutside);
        from = to;
    }
}

QPolygonF polyline(const SceneState& state, const Roi& roi, std::size_t from, std::size_t to) {
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(to - from + 1));
    // Neighbouring samples may be less than a pixel of the screen apart: skip what nobody can see.
    const double apart =
        std::abs(roi.curve.samples[1].y - roi.curve.samples[0].y) * state.transform.scale().y();
    const auto stride = static_cast<std::size_t>(std::clamp(kVisibleStep / std::max(apart, 0.01), 1.0, 20.0));
    for (std::size_t i = from; i < to; i += stride)
        line << state.transform.toWidget(roi.curve.samples[i]);
    line << state.transform.toWidget(roi.curve.samples[to]);
    return line;
}

} // namespace

void paintRoi(QPainter& painter, const SceneState& state) {
    const auto& roi = state.document->roi();
    if (!roi) return;
    painter.setBrush(Qt::NoBrush);
    forEachStretch(*roi, [&](std::size_t from, std::size_t to, bool isOutside) {
        const QPolygonF line = polyline(state, *roi, from, to);
        painter.setPen(QPen(QColor(24, 24, 24), isOutside ? 5 : 3.5));
        painter.drawPolyline(line);
        painter.setPen(
            QPen(isOutside ? palette::curveOutside() : palette::curveInside(), isOutside ? 3 : 1.8));
        painter.drawPolyline(line);
    });
}

QImage maskPicture(const SceneState& state) {
    const BlackMask& mask = state.document->blackMask();
    if (mask.isEmpty()) return {};
    QImage picture(mask.width, mask.height, QImage::Format_ARGB32_Premultiplied);
    const QRgb colour = qPremultiply(palette::blackRegion().rgba());
    for (int y = 0; y < mask.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width);
        for (int x = 0; x < mask.width; ++x)
            line[x] = mask.pixels[row + static_cast<std::size_t>(x)] ? colour : 0;
    }
    return picture;
}

void paintMask(QPainter& painter, const SceneState& state, const QImage& mask) {
    if (!mask.isNull()) painter.drawImage(state.transform.pictureRect(), mask);
}

} // namespace vertescore
