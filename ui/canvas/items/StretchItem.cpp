// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/StretchItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QPainter>
#include <QPolygonF>

namespace vertescore {
namespace {

constexpr double kEndBar = 5;   // half its length
constexpr double kFaint = 0.45; // of the wall that is not graded now

/// The line with a bar across each end, so that one sees where a stretch stops.
void paintStretch(QPainter& painter, const QPolygonF& path, const QPen& pen) {
    painter.setPen(pen);
    painter.drawPolyline(path);
    for (const auto& [end, next] :
         {std::pair{path.first(), path[1]}, std::pair{path.last(), path[path.size() - 2]}}) {
        QLineF along(end, next);
        if (along.length() == 0) continue;
        along.setLength(kEndBar);
        const QPointF across = along.normalVector().p2() - end;
        painter.drawLine(end - across, end + across);
    }
}

} // namespace

void paintStretches(QPainter& painter, const SceneState& state) {
    if (!state.gradingCell) return;
    painter.setBrush(Qt::NoBrush);
    for (const Wall wall : kWalls) {
        const bool isGraded = wall == state.gradingCell->wall;
        QColor colour = palette::curveOutside();
        colour.setAlphaF(isGraded ? 1.0F : static_cast<float>(kFaint));
        for (const WallStretch& stretch : state.document->stretches(wall)) {
            QPolygonF path;
            for (const PixelPoint point : pathOf(stretch, state.document->guides()))
                path << state.transform.toWidget(point);
            if (isGraded) paintStretch(painter, path, QPen(palette::halo(), 5));
            paintStretch(painter, path, QPen(colour, 2.2));
        }
    }
}

} // namespace vertescore
