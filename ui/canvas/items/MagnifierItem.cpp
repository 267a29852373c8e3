// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/MagnifierItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/canvas/picture/ScanPicture.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kDiameter = 168;
constexpr double kDistance = 130; // of its centre from the point
constexpr double kMagnification = 3;
constexpr double kSmallestScale =
    6; // logical units per pixel: below, the close-up would show no more than the scan
constexpr double kHairFree = 9;

/// From the vertebra's middle outwards; to the front where that is not known.
QPointF awayFromVertebra(const SceneState& state, QPointF place, Level level) {
    QPointF direction(anteriorDirection(state), 0);
    if (const auto centre = vertebraHandlePlace(state, level)) direction = place - *centre;
    const double length = std::hypot(direction.x(), direction.y());
    return length > 1 ? direction / length : QPointF(anteriorDirection(state), 0);
}

bool isWithin(const SceneState& state, QPointF centre) {
    const double reach = kDiameter / 2 + 4;
    return centre.x() > reach && centre.y() > reach && centre.x() < state.size.width() - reach &&
           centre.y() < state.size.height() - reach;
}

void paintCrossHair(QPainter& painter, QPointF centre, const QColor& colour) {
    const double reach = kDiameter / 2 - 12;
    for (const bool isHalo : {true, false}) {
        painter.setPen(QPen(isHalo ? QColor(0, 0, 0, 120) : colour, isHalo ? 3 : 1.2));
        for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            painter.drawLine(centre + way * kHairFree, centre + way * reach);
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, 1.3, 1.3);
}

} // namespace

std::optional<QRectF> magnifierPlace(const SceneState& state) {
    if (!state.dragged || state.dragged->kind != Handle::Kind::Point) return std::nullopt;
    const auto place = pointPlace(state, state.dragged->point);
    if (!place) return std::nullopt;
    const QPointF away = awayFromVertebra(state, *place, state.dragged->point.level);
    // Outwards first, then to both sides, then across: the first place that is whole inside the widget.
    QPointF centre = *place + away * kDistance;
    for (const QPointF way : {away, QPointF(-away.y(), away.x()), QPointF(away.y(), -away.x()), -away}) {
        if (!isWithin(state, *place + way * kDistance)) continue;
        centre = *place + way * kDistance;
        break;
    }
    return QRectF(centre - QPointF(kDiameter / 2, kDiameter / 2), QSizeF(kDiameter, kDiameter));
}

void paintMagnifier(QPainter& painter, const SceneState& state, const ScanPicture& picture) {
    const auto place = magnifierPlace(state);
    if (!place) return;
    const Landmark& landmark =
        state.document->landmarks().at(state.dragged->point.level).at(state.dragged->point.corner);
    QPointF scale = state.transform.scale() * kMagnification;
    const double finer = std::min(scale.x(), scale.y());
    if (finer < kSmallestScale) scale *= kSmallestScale / finer;
    const QImage closeUp = picture.closeUp(*landmark.position, scale, place->size().toSize(),
                                           painter.device()->devicePixelRatioF());
    painter.save();
    QPainterPath lens;
    lens.addEllipse(*place);
    painter.setClipPath(lens, Qt::IntersectClip);
    painter.drawImage(place->topLeft(), closeUp);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette::halo(), 5));
    painter.drawEllipse(*place);
    painter.setPen(QPen(QColor(235, 235, 235), 2));
    painter.drawEllipse(*place);
    paintCrossHair(painter, place->center(), palette::pointColour(landmark.state));
    painter.setBrush(Qt::NoBrush);
}

} // namespace vertescore
