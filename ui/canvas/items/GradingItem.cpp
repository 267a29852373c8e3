// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/GradingItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/canvas/items/GuideItem.h"
#include "ui/canvas/items/marks/Chip.h"
#include "ui/documents/DocumentContent.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <vector>

namespace vertescore {
namespace {

// Shares of the curve's distance: the strip before the spine in which the aorta lies, and where its walls are
// looked for.
constexpr double kStripFrom = 0.04;
constexpr double kStripTo = 1.0;
constexpr double kMiddle = 0.5;

struct Strip {
    const SceneState& state;
    std::vector<Guide> guides; ///< top to bottom: the four of a segment, or all
    double distance;

    QPointF at(std::size_t guide, double share) const {
        return state.transform.toWidget(guideEnd(guides[guide], share * distance));
    }
};

QColor bright(const QColor& colour) {
    return {colour.red(), colour.green(), colour.blue()};
}

void paintBounds(QPainter& painter, const Strip& strip) {
    painter.setPen(QPen(bright(palette::guideColour(GuideKind::Inter)), 2));
    for (const std::size_t guide : {std::size_t{0}, strip.guides.size() - 1}) {
        painter.drawLine(strip.at(guide, kStripFrom), strip.at(guide, kStripTo));
    }
}

/// The half of the strip in which the wall lies.
QPolygonF wallOf(const Strip& strip, Wall wall) {
    const double edge = wall == Wall::Posterior ? kStripFrom : kStripTo;
    QPolygonF half;
    for (std::size_t guide = 0; guide < strip.guides.size(); ++guide)
        half << strip.at(guide, edge);
    for (std::size_t guide = strip.guides.size(); guide-- > 0;)
        half << strip.at(guide, kMiddle);
    return half;
}

/// A fine frame: nothing covers the tissue itself.
void paintWall(QPainter& painter, const QPolygonF& half) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(24, 24, 24), 4));
    painter.drawPolygon(half);
    painter.setPen(QPen(bright(palette::wallHighlight()), 1.8));
    painter.drawPolygon(half);
}

void paintThirds(QPainter& painter, const Strip& strip) {
    const double direction = anteriorDirection(strip.state);
    for (const std::size_t guide : {std::size_t{1}, std::size_t{2}}) {
        painter.setPen(QPen(bright(palette::guideColour(GuideKind::Intra)), 1.6, Qt::DashLine));
        painter.drawLine(strip.at(guide, kStripFrom), strip.at(guide, kStripTo));
        const QPointF end = strip.at(guide, kStripTo) + QPointF(direction * 8, 0);
        paintChip(painter, end, direction,
                  {guide == 1 ? QStringLiteral("1/3") : QStringLiteral("2/3"), {}, Qt::white, false});
    }
}

std::optional<Strip> stripOf(const SceneState& state) {
    if (!state.gradingCell) return std::nullopt;
    const auto distance = curveDistance(state);
    if (!distance) return std::nullopt;
    Strip strip{state, {}, *distance};
    for (const auto& guide : guidesOf(*state.gradingCell, state.document->guides()).guides)
        if (guide) strip.guides.push_back(*guide);
    const std::size_t expected = state.gradingCell->isAac8() ? kGuideCount : 4;
    if (strip.guides.size() != expected) return std::nullopt;
    return strip;
}

} // namespace

std::optional<QRectF> gradingArea(const SceneState& state) {
    const auto strip = stripOf(state);
    if (!strip) return std::nullopt;
    return wallOf(*strip, Wall::Anterior).boundingRect() | wallOf(*strip, Wall::Posterior).boundingRect();
}

void paintGradingCell(QPainter& painter, const SceneState& state) {
    const auto found = stripOf(state);
    if (!found) return;
    const Strip& strip = *found;
    paintWall(painter, wallOf(strip, state.gradingCell->wall));
    paintBounds(painter, strip);
    if (!state.gradingCell->isAac8()) paintThirds(painter, strip);
    const double direction = anteriorDirection(state);
    const QString wall = state.gradingCell->wall == Wall::Anterior
                             ? QCoreApplication::translate("GradingItem", "%1 anterior wall")
                             : QCoreApplication::translate("GradingItem", "%1 posterior wall");
    paintChip(painter, strip.at(0, kStripTo) + QPointF(direction * 8, 0), direction,
              {wall.arg(state.gradingCell->segment ? say(*state.gradingCell->segment)
                                                   : QString::fromLatin1(kAac8Name.data())),
               QString(), Qt::white, true});
}

} // namespace vertescore
