// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "ui/report/PlotStyle.h"

#include <QString>

class QCustomPlot;

namespace vertescore {

/// Each of these clears the plot and fills it from finished results; nothing is computed here but positions.
/// The plot keeps no reference to them. A pair without images leaves an empty plot that says so. GUI thread;
/// call replot() after.

/// Difference first - second against the mean, points as large as images are many, bias and limits of
/// agreement with their exact 95 % intervals as bands. Nothing but a sentence for the unit category.
void fillBlandAltman(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style);

/// Second reader against first; images with the same two scores are spread around their place, always the
/// same way.
void fillScatter(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style);

/// Counts of every pair of scores with their sums, rows first reader; one hue where the readers agree and
/// another where they do not, strength by count.
void fillConfusion(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style);

/// "L1 score (0–6)", "Total AAC-24 score (0–24)", "Burden category", ...
QString unitTitle(const Unit& unit);

/// "low", in the language of the page.
QString burdenWords(BurdenCategory category);

} // namespace vertescore
