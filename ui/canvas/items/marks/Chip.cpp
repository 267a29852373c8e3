// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/marks/Chip.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>

namespace vertescore {
namespace {

constexpr double kPadding = 5;
constexpr double kNoteGap = 5;
constexpr double kNoteShare = 0.85; // of the text's size

} // namespace

QRectF paintChip(QPainter& painter, QPointF anchor, double direction, const ChipText& chip) {
    painter.save();
    QFont textFont = painter.font();
    textFont.setBold(chip.bold);
    QFont noteFont = painter.font();
    noteFont.setPointSizeF(noteFont.pointSizeF() * kNoteShare);
    const QFontMetricsF textMetrics(textFont, painter.device());
    const double textWidth = textMetrics.horizontalAdvance(chip.text);
    const double noteWidth =
        chip.note.isEmpty()
            ? 0
            : kNoteGap + QFontMetricsF(noteFont, painter.device()).horizontalAdvance(chip.note);
    const QSizeF size(textWidth + noteWidth + 2 * kPadding, textMetrics.height() + 2);
    const QRectF box(direction > 0 ? anchor.x() : anchor.x() - size.width(), anchor.y() - size.height() / 2,
                     size.width(), size.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 16, 16, 190));
    painter.drawRoundedRect(box, 3, 3);
    const double baseline = box.top() + 1 + textMetrics.ascent();
    painter.setPen(chip.colour);
    painter.setFont(textFont);
    painter.drawText(QPointF(box.left() + kPadding, baseline), chip.text);
    if (!chip.note.isEmpty()) {
        painter.setFont(noteFont);
        painter.setPen(QColor(255, 255, 255, 170));
        painter.drawText(QPointF(box.left() + kPadding + textWidth + kNoteGap, baseline), chip.note);
    }
    painter.restore();
    return box;
}

} // namespace vertescore
