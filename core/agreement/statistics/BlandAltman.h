// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Statistic.h"

#include <span>

namespace vertescore {

/// One limit of agreement with its two intervals.
struct AgreementLimit {
    Statistic estimate;
    Interval approximate; ///< Bland & Altman 1999, symmetric
    Interval exact;       ///< Carkeet 2015, noncentral t; the default
    friend bool operator==(const AgreementLimit&, const AgreementLimit&) = default;
};

/// Differences first - second.
struct BlandAltman {
    Statistic bias;
    Interval biasInterval; ///< t
    Statistic sd;          ///< of the differences, divisor n - 1
    AgreementLimit lower;  ///< bias - z sd
    AgreementLimit upper;  ///< bias + z sd
    friend bool operator==(const BlandAltman&, const BlandAltman&) = default;
};

/// One value per image, of the same length (asserted).
BlandAltman blandAltman(std::span<const double> first, std::span<const double> second);
/// From a published summary.
BlandAltman blandAltman(std::size_t n, double meanDifference, double sdOfDifferences);

} // namespace vertescore
