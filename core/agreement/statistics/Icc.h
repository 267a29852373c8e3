// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Statistic.h"

#include <span>

namespace vertescore {

struct IccForm {
    Statistic estimate;
    Interval interval;
    friend bool operator==(const IccForm&, const IccForm&) = default;
};

/// Intraclass correlation, the six forms of Shrout & Fleiss 1979, by listwise analysis of variance. Default
/// form: icc21, absolute agreement of single readings: the readers are a sample and their bias counts. Limits
/// of icc2k are the Spearman-Brown transform of those of icc21.
struct Icc {
    std::size_t images = 0;
    std::size_t raters = 0;
    Statistic betweenImages; ///< mean squares, two-way
    Statistic withinImages;
    Statistic betweenRaters;
    Statistic residual;
    IccForm icc11, icc21, icc31;
    IccForm icc1k, icc2k, icc3k;
    friend bool operator==(const Icc&, const Icc&) = default;
};

/// scores: row-major, images x raters, without gaps; raters >= 2 (asserted).
Icc intraclassCorrelation(std::span<const double> scores, std::size_t raters);

} // namespace vertescore
