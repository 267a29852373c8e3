// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/statistics/Icc.h"

namespace vertescore {

/// A reader's error in points, and the smallest change that is more than error.
struct ErrorOfMeasurement {
    Statistic sem;
    Interval semInterval;
    Statistic mdc95; ///< minimal detectable change: 1.959964 sqrt(2) SEM
    Interval mdc95Interval;
    friend bool operator==(const ErrorOfMeasurement&, const ErrorOfMeasurement&) = default;
};

/// de Vet et al. 2006. The default is that of agreement: the readers' bias counts.
struct MeasurementError {
    /// SEM^2 = variance of readers + residual variance. By the mean squares that is MSE + (MSJ - MSE) / n =
    /// MSW, the within-subject variance of Bland & Altman 1996. Interval: n (k - 1) MSW over chi-square of
    /// n (k - 1) degrees (one-way model).
    ErrorOfMeasurement agreement;
    /// SEM^2 = MSE: the bias left out. Interval: (n - 1)(k - 1) MSE over chi-square of that many degrees.
    ErrorOfMeasurement consistency;
    friend bool operator==(const MeasurementError&, const MeasurementError&) = default;
};

/// Undefined as the mean squares are.
MeasurementError measurementError(const Icc& icc);

} // namespace vertescore
