// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/comparison/ForestPlot.h"

#include "ui/report/CustomPlot.h"

#include <algorithm>

namespace vertescore {
namespace {

constexpr double kOffset = 0.16; ///< of a row, between its two marks

struct Mark {
    double y;
    QColor colour;
    bool isFilled;
};

void addMark(QCustomPlot& plot, const Statistic& value, const Interval& interval, const Mark& mark,
             const PlotStyle& style) {
    if (!value.isDefined()) return;
    if (interval.low.isDefined() && interval.high.isDefined()) {
        auto* bar = new QCPItemLine(&plot);
        bar->start->setCoords(*interval.low, mark.y);
        bar->end->setCoords(*interval.high, mark.y);
        bar->setPen(QPen(mark.colour, 0.14 * style.letterSize));
    }
    QCPGraph* point = plot.addGraph();
    point->setLineStyle(QCPGraph::lsNone);
    point->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(mark.colour, 0.14 * style.letterSize),
                        mark.isFilled ? mark.colour : style.ground, 0.62 * style.letterSize));
    point->addData(*value, mark.y);
}

/// Of all estimates and limits, with the given value inside too.
QCPRange reachOf(const std::vector<ForestRow>& rows, double inside) {
    QCPRange range(inside, inside);
    for (const ForestRow& row : rows)
        for (const Statistic& value : {row.without, row.withoutInterval.low, row.withoutInterval.high,
                                       row.with, row.withInterval.low, row.withInterval.high})
            if (value.isDefined()) range.expand(*value);
    const double room = 0.06 * std::max(range.size(), 0.1);
    return {range.lower - room, range.upper + room};
}

void dressRows(QCustomPlot& plot, const std::vector<ForestRow>& rows, const QString& axis,
               const PlotStyle& style) {
    startPlot(plot, style);
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    for (std::size_t i = 0; i < rows.size(); ++i)
        names->addTick(static_cast<double>(i), rows[i].name);
    plot.yAxis->setTicker(names);
    plot.yAxis->setRange(-0.6, static_cast<double>(rows.size()) - 0.4);
    plot.yAxis->setRangeReversed(true);
    plot.yAxis->setTickLength(0, 0);
    plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot.xAxis->grid()->setVisible(true);
    plot.xAxis->grid()->setPen(QPen(style.faint, 1));
    plot.xAxis->grid()->setZeroLinePen(QPen(style.muted, 1, Qt::DashLine));
    plot.xAxis->setLabel(axis);
}

} // namespace

void fillForest(QCustomPlot& plot, const std::vector<ForestRow>& rows, const QString& axis,
                const PlotStyle& style) {
    dressRows(plot, rows, axis, style);
    plot.xAxis->setRange(reachOf(rows, 1));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto y = static_cast<double>(i);
        addMark(plot, rows[i].without, rows[i].withoutInterval, {y - kOffset, style.muted, false}, style);
        addMark(plot, rows[i].with, rows[i].withInterval, {y + kOffset, style.accent, true}, style);
    }
}

void fillDifferences(QCustomPlot& plot, const std::vector<ForestRow>& rows, const QString& axis,
                     const PlotStyle& style) {
    dressRows(plot, rows, axis, style);
    plot.xAxis->setRange(reachOf(rows, 0));
    for (std::size_t i = 0; i < rows.size(); ++i)
        addMark(plot, rows[i].with, rows[i].withInterval, {static_cast<double>(i), style.accent, true},
                style);
}

} // namespace vertescore
