// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/Palette.h"

#include <QPainter>
#include <QPolygonF>

namespace vertescore {
namespace palette {

QColor pointColour(PointState state) {
    switch (state) {
    case PointState::Unset:
        return Qt::transparent;
    case PointState::Predicted:
        return {0x56, 0xB4, 0xE9};
    case PointState::Edited:
        return {0xF0, 0xA0, 0x20};
    case PointState::Confirmed:
        return {0x1F, 0xC8, 0x92};
    case PointState::NotVisible:
        return {0xA8, 0xAE, 0xB4};
    }
    return Qt::transparent;
}

QColor guideColour(GuideKind kind) {
    return kind == GuideKind::Inter ? QColor(0xF0, 0xE4, 0x42) : QColor(0xF0, 0xE4, 0x42, 205);
}

QPen guidePen(GuideKind kind, qreal width) {
    QPen pen(guideColour(kind), kind == GuideKind::Inter ? width : 0.8 * width);
    if (kind == GuideKind::Intra) pen.setDashPattern({4, 2});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QColor curveInside() {
    return {0x9B, 0xE8, 0xFF};
}
QColor curveOutside() {
    return {0xFF, 0x45, 0x3A};
}
QColor segmentHighlight() {
    return {0xF0, 0xE4, 0x42, 36};
}
QColor wallHighlight() {
    return {0xFF, 0xFF, 0xFF, 110};
}
QColor blackRegion() {
    return {0xCC, 0x79, 0xA7, 90};
}
QColor labelText() {
    return {0xF4, 0xF6, 0xF8};
}
QColor halo() {
    return {0x00, 0x00, 0x00, 150};
}

} // namespace palette

namespace {

constexpr qreal kHaloShare = 0.5; // of the radius: the dark edge, both sides together

/// Shares of the radius. What a person confirmed has the thickest rim; the middle stays free in every state,
/// since the pixel there is what the mark is about.
qreal rimOf(PointState state) {
    return state == PointState::Confirmed ? 0.8 : state == PointState::Predicted ? 0.32 : 0.42;
}

void drawShape(QPainter& painter, const QPointF& centre, qreal radius, PointState state) {
    if (state == PointState::Edited) {
        const qreal reach = 1.2 * radius;
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, 0),
                                       centre + QPointF(0, reach), centre + QPointF(-reach, 0)}));
    } else if (state == PointState::NotVisible) {
        const qreal reach = 0.8 * radius;
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach));
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
    } else {
        painter.drawEllipse(centre, radius, radius);
    }
}

} // namespace

void drawPointMark(QPainter& painter, const QPointF& centre, qreal radius, PointState state) {
    if (state == PointState::Unset) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const qreal width = rimOf(state) * radius;
    painter.setPen(QPen(palette::halo(), width + kHaloShare * radius));
    drawShape(painter, centre, radius, state);
    painter.setPen(QPen(palette::pointColour(state), width));
    drawShape(painter, centre, radius, state);
    painter.restore();
}

} // namespace vertescore
