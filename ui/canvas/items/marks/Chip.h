// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

class QPainter;
class QRectF;

namespace vertescore {

/// A short text over the scan on a dark ground, readable on bone and on air.
struct ChipText {
    QString text;
    QString note; ///< after the text, smaller and fainter; may be empty
    QColor colour = Qt::white;
    bool bold = false;
};

/// Draws the chip beside an anchor: right of it for direction +1, left for -1, centred vertically. Returns
/// where it is.
QRectF paintChip(QPainter& painter, QPointF anchor, double direction, const ChipText& chip);

} // namespace vertescore
