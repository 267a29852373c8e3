// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "ui/report/agreement/ReportPen.h"

#include <string>

namespace vertescore {

/// One page about how the agreement of the same readers on the same images changes between two conditions.
struct ComparisonPage {
    const AgreementReport* report = nullptr; ///< with a paired comparison
    std::string readers;                     ///< "R1-R2" or kMeanOfPairs
    PagePlace place;
};

/// Correlation, kappa and ICC by unit under both conditions with their differences, a forest plot, the
/// differences, what the interval would be with twice the images, and the methods. Draws from the top left
/// corner, in units of ReportPen.h.
void drawComparisonPage(QCPPainter& painter, const ComparisonPage& page);

/// How much narrower an interval gets with `times` as many images: its width falls with the root of n.
double intervalWidthWith(double width, double times);

} // namespace vertescore
