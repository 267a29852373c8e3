// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QCPAxis;
class QCustomPlot;

namespace vertescore {

/// Colours and letters of a plot. The same two data colours on light and dark ground; contrast of text AA on
/// both.
struct PlotStyle {
    QColor ground;
    QColor ink;          ///< text, data
    QColor muted;        ///< axes, secondary text
    QColor faint;        ///< grid, empty cells
    QColor accent;       ///< agreement, estimates
    QColor warning;      ///< disagreement, limits
    int letterSize = 12; ///< pixels of the plot

    static PlotStyle light();
    static PlotStyle dark();
};

/// Empties the plot, legend hidden, and dresses its left and lower axis; ticks at whole numbers.
void startPlot(QCustomPlot& plot, const PlotStyle& style);
/// Ink, letters and ticks of one axis.
void dressAxis(QCPAxis& axis, const PlotStyle& style);
/// A sentence in place of a plot that cannot be drawn.
void saySo(QCustomPlot& plot, const QString& sentence, const PlotStyle& style);

QColor withAlpha(QColor colour, qreal alpha);
QString withMinusSign(QString number); ///< a true minus sign instead of the hyphen

/// Letters for pages and plots, with digits of equal width wherever one of the named fonts is installed.
QFont reportFont(int pixelSize, bool bold = false);

} // namespace vertescore
