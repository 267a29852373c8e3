// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Statistic.h"
#include "ui/report/PlotStyle.h"

#include <QString>

#include <vector>

namespace vertescore {

/// One line of a forest plot: an estimate under the first and one under the second condition.
struct ForestRow {
    QString name;
    Statistic without;
    Interval withoutInterval;
    Statistic with;
    Interval withInterval;
};

/// From top to bottom: hollow marks in grey for the first condition, filled ones below them for the second,
/// with their intervals as bars; what is not defined is left out. axis: what the numbers are. Clears the
/// plot; call replot() after. GUI thread.
void fillForest(QCustomPlot& plot, const std::vector<ForestRow>& rows, const QString& axis,
                const PlotStyle& style);

/// The same with one filled mark a row and a line at zero: differences.
void fillDifferences(QCustomPlot& plot, const std::vector<ForestRow>& rows, const QString& axis,
                     const PlotStyle& style);

} // namespace vertescore
