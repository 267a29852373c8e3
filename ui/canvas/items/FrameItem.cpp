// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/FrameItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/canvas/items/marks/Chip.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

constexpr double kMargin = 12;
constexpr double kLongestBar = 160;
constexpr std::array<double, 8> kBarLengthsMm{100, 50, 20, 10, 5, 2, 1, 0.5};

struct FrameWords {
    Q_DECLARE_TR_FUNCTIONS(FrameItem)
};

void paintScaleBar(QPainter& painter, const SceneState& state) {
    const auto& spacing = state.document->scan().geometry.spacing;
    if (!spacing) return;
    const double unitsPerMm = state.transform.scale().y() / spacing->yMm;
    const auto lengthMm = std::find_if(kBarLengthsMm.begin(), kBarLengthsMm.end(),
                                       [&](double mm) { return mm * unitsPerMm <= kLongestBar; });
    if (lengthMm == kBarLengthsMm.end()) return;
    const double length = *lengthMm * unitsPerMm;
    const QPointF bottom(state.size.width() - kMargin - 6, state.size.height() - kMargin - 8);
    const QPointF top = bottom - QPointF(0, length);
    for (const bool isHalo : {true, false}) {
        painter.setPen(QPen(isHalo ? QColor(0, 0, 0, 170) : QColor(235, 235, 235), isHalo ? 4 : 1.6));
        painter.drawLine(top, bottom);
        painter.drawLine(top - QPointF(6, 0), top);
        painter.drawLine(bottom - QPointF(6, 0), bottom);
    }
    paintChip(painter, (top + bottom) / 2 - QPointF(8, 0), -1,
              {FrameWords::tr("%1 mm").arg(QLocale().toString(*lengthMm)), {}, QColor(235, 235, 235), false});
}

void paintSides(QPainter& painter, const SceneState& state) {
    const double y = std::clamp(state.transform.pictureRect().center().y(), 3 * kMargin,
                                state.size.height() - 3 * kMargin);
    const bool isAnteriorRight = anteriorDirection(state) > 0;
    const QString anterior = FrameWords::tr("A"), posterior = FrameWords::tr("P");
    paintChip(painter, {kMargin, y}, 1,
              {isAnteriorRight ? posterior : anterior, {}, QColor(200, 200, 200), true});
    paintChip(painter, {state.size.width() - kMargin, y}, -1,
              {isAnteriorRight ? anterior : posterior, {}, QColor(200, 200, 200), true});
}

} // namespace

void paintFrame(QPainter& painter, const SceneState& state) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(70, 70, 70), 1));
    painter.drawRect(state.transform.pictureRect().adjusted(-0.5, -0.5, 0.5, 0.5));
    paintScaleBar(painter, state);
    if (state.showsMarks() && !state.document->landmarks().isEmpty()) paintSides(painter, state);
    if (!state.blinded && !state.caption.isEmpty()) {
        paintChip(painter, {kMargin, kMargin + 8}, 1, {state.caption, {}, QColor(225, 225, 225), false});
    }
}

} // namespace vertescore
