// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/PlotStyle.h"
#include "ui/report/agreement/AgreementTable.h"

#include <QRect>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QCPPainter;
class QCustomPlot;

namespace vertescore {

/// Where a page stands in its document.
struct PagePlace {
    int number = 1; ///< from 1
    int count = 1;
    QString madeOn; ///< ISO date; may be empty
};

/// Units of the page: tenths of a point.
inline constexpr int kPageUnitsPerInch = 720;
inline constexpr int kPageWidth = 5953; ///< A4
inline constexpr int kPageHeight = 8419;
inline constexpr int kPoint = 10;
inline constexpr int kPageMargin = 540;
inline constexpr int kTextWidth = kPageWidth - 2 * kPageMargin;
inline constexpr int kTableLetters = 7 * kPoint + 5;

/// Right edge of each column for numbers, left edge for the first; shares of the text width.
using ColumnEdges = std::vector<double>;

/// A lettered figure of a row of them.
struct ReportFigure {
    QString letter;
    QString title;
    double share = 1; ///< of the row's width
    std::function<void(QCustomPlot&)> fill;
};

/// Writes down a page; y is where the next thing goes.
struct ReportPen {
    QCPPainter& painter;
    PlotStyle style = PlotStyle::light();
    int y = 500;

    /// Wrapped text; returns its height.
    int text(const QRect& room, const QString& words, int size, const QColor& colour, bool bold = false,
             Qt::Alignment alignment = Qt::AlignLeft);
    /// The same in letters of that size, or smaller where it needs more room than there is; not below 6 pt.
    int textWithin(const QRect& room, const QString& words, int size, const QColor& colour);
    void paragraph(const QString& words, int size, const QColor& colour, bool bold = false, int after = 60);
    void rule(int thickness);

    /// The line at the top of every page.
    void runningHead(const QString& madeOn);
    /// The running head, the title, and the facts below it in one line.
    void head(const QString& title, const QStringList& facts, const QString& madeOn);
    /// Nobody may take simulated readers for real ones.
    void syntheticNotice();
    /// The research-use notice, program and page number.
    void foot(const PagePlace& place);

    void tableRow(const QStringList& cells, const ColumnEdges& edges, bool bold, int height);
    /// Title, rules, a head of two lines and the rows; no footnotes.
    void table(const QString& title, const AgreementTable& table, const ColumnEdges& edges);

    /// Figures side by side, from the left; shares that leave room leave it on the right. Returns that room.
    QRect figures(const std::vector<ReportFigure>& row, int height);
};

/// How high wrapped text becomes; over the text width unless told.
int heightOfText(const QString& words, int size, bool bold = false, int width = kTextWidth);

/// What lies between two figures of a row, and below them.
inline constexpr int kFigureGap = 200;
inline constexpr int kBelowFigures = 90;
/// Where the foot begins: what is above it is the page's own.
inline constexpr int kPageEnd = kPageHeight - 560;

/// As PlotStyle::light(), with the letters of a figure on a page.
PlotStyle figureStyle();

} // namespace vertescore
