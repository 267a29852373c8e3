// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/LandmarkItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/canvas/items/marks/Stamp.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace vertescore {
namespace {

constexpr double kMarkRadius = 4.5;
constexpr double kSelectedRadius = 6;
constexpr double kGripReach = 5;
constexpr double kNotableShare = 0.2; // of a vertebra's side; more uncertainty is shown unasked
// Opaque: translucent lines cost five times as much to paint.
const QColor kOutlineColour(138, 138, 138);
const QColor kSelectedOutline(215, 215, 215);
const QColor kGripColour(190, 190, 190);
const QColor kDark(24, 24, 24);

// Around the body.
constexpr std::array<Corner, kCornerCount> kOutline{Corner::SuperiorAnterior, Corner::InferiorAnterior,
                                                    Corner::InferiorPosterior, Corner::SuperiorPosterior};

void paintOutline(QPainter& painter, const SceneState& state, Level level, bool isSelected) {
    QPolygonF outline;
    for (const Corner corner : kOutline) {
        if (const auto place = pointPlace(state, {level, corner})) outline << *place;
    }
    if (outline.size() < 2) return;
    painter.setPen(QPen(isSelected ? kSelectedOutline : kOutlineColour, 1));
    if (outline.size() == static_cast<qsizetype>(kCornerCount)) {
        painter.drawPolygon(outline);
    } else {
        painter.drawPolyline(outline);
    }
}

/// A cross with a dot at each end: "this moves more than a point".
void paintGrip(QPainter& painter, QPointF place, double reach, bool isActive) {
    for (const bool isHalo : {true, false}) {
        const QColor colour = isHalo ? kDark : isActive ? QColor(Qt::white) : kGripColour;
        painter.setPen(QPen(colour, isHalo ? 3.5 : 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(place - QPointF(reach, 0), place + QPointF(reach, 0));
        painter.drawLine(place - QPointF(0, reach), place + QPointF(0, reach));
    }
    if (!isActive) return;
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(place, reach + 4, reach + 4);
}

void paintSpineGrip(QPainter& painter, QPointF place, bool isActive) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 20, 20, 190));
    painter.drawEllipse(place, 11, 11);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isActive ? QColor(Qt::white) : kGripColour, 1.5));
    painter.drawEllipse(place, 11, 11);
    paintGrip(painter, place, kGripReach, false);
}

void paintHandles(QPainter& painter, const SceneState& state) {
    const auto isActive = [&](const Handle& handle) {
        return state.dragged ? state.dragged == handle : state.hovered == handle;
    };
    for (const Level level : kLevels) {
        const auto place = vertebraHandlePlace(state, level);
        if (!place) continue;
        const bool active = isActive({Handle::Kind::Vertebra, {level, Corner::SuperiorAnterior}});
        paintGrip(painter, *place, kGripReach, active);
    }
    if (const auto place = spineHandlePlace(state))
        paintSpineGrip(painter, *place, isActive({Handle::Kind::Spine, {}}));
}

void paintLock(QPainter& painter, QPointF place) {
    const QRectF body(place + QPointF(7, 3), QSizeF(8, 6));
    painter.setPen(QPen(palette::halo(), 3));
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawRoundedRect(body, 1, 1);
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(body.left() + 1.5, body.top() - 4, 5, 7), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawRoundedRect(body, 1, 1);
    painter.setBrush(Qt::NoBrush);
}

/// Mean side of the vertebra's outline, source pixels; nothing while a corner lacks a place.
std::optional<double> sideLength(const VertebraLandmarks& vertebra) {
    if (!vertebra.isComplete()) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < kCornerCount; ++i)
        sum += distance(*vertebra.at(kOutline[i]).position,
                        *vertebra.at(kOutline[(i + 1) % kCornerCount]).position);
    return sum / kCornerCount;
}

bool isVeryUncertain(const VertebraLandmarks& vertebra, double radiusPx) {
    const auto side = sideLength(vertebra);
    return side && radiusPx > kNotableShare * *side;
}

/// Where the corner may be, nine times in ten: for the point under the pointer or chosen, and unasked where
/// it is much. Only where the mark does not cover it, and only for who may put it right.
void paintUncertainty(QPainter& painter, const SceneState& state, PointAddress point, QPointF place,
                      bool isAsked) {
    const VertebraLandmarks& vertebra = state.document->landmarks().at(point.level);
    const Landmark& landmark = vertebra.at(point.corner);
    if (landmark.state != PointState::Predicted || !landmark.uncertaintyPx || !state.canEdit()) return;
    if (!isAsked && !isVeryUncertain(vertebra, *landmark.uncertaintyPx)) return;
    const QPointF reach = *landmark.uncertaintyPx * state.transform.scale();
    if (std::min(reach.x(), reach.y()) <= kMarkRadius) return;
    painter.setPen(
        QPen(palette::pointColour(PointState::Predicted), 1, isAsked ? Qt::SolidLine : Qt::DotLine));
    painter.drawEllipse(place, reach.x(), reach.y());
}

void paintSelection(QPainter& painter, QPointF place) {
    painter.setPen(QPen(kDark, 4));
    painter.drawEllipse(place, kSelectedRadius + 5, kSelectedRadius + 5);
    painter.setPen(QPen(Qt::white, 1.8));
    painter.drawEllipse(place, kSelectedRadius + 5, kSelectedRadius + 5);
}

} // namespace

void paintLandmarks(QPainter& painter, const SceneState& state) {
    painter.setBrush(Qt::NoBrush);
    for (const Level level : kLevels) {
        paintOutline(painter, state, level, state.selected && state.selected->level == level);
    }
    if (state.canEdit()) paintHandles(painter, state);
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            const PointAddress point{level, corner};
            const auto place = pointPlace(state, point);
            if (!place) continue;
            const Landmark& landmark = state.document->landmarks().at(level).at(corner);
            const bool isSelected = state.selected == point;
            const bool isHovered = state.hovered == Handle{Handle::Kind::Point, point};
            paintUncertainty(painter, state, point, *place, isSelected || isHovered);
            if (isSelected) paintSelection(painter, *place);
            stampPointMark(painter, *place, isSelected || isHovered ? kSelectedRadius : kMarkRadius,
                           landmark.state);
            if (landmark.locked) paintLock(painter, *place);
        }
    }
}

} // namespace vertescore
