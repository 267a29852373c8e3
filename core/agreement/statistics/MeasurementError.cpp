// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/MeasurementError.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>
#include <numbers>

namespace vertescore {
namespace {

ErrorOfMeasurement errorOf(const Statistic& meanSquare, double degrees) {
    if (!meanSquare.isDefined()) {
        const Undefined reason = meanSquare.reason();
        return {reason, Interval::undefined(reason), reason, Interval::undefined(reason)};
    }
    const boost::math::chi_squared distribution(degrees);
    const double sem = std::sqrt(*meanSquare);
    const double low = sem * std::sqrt(degrees / boost::math::quantile(distribution, 0.975));
    const double high = sem * std::sqrt(degrees / boost::math::quantile(distribution, 0.025));
    constexpr double toChange = kNormalQuantile975 * std::numbers::sqrt2;
    return {sem, {low, high}, toChange * sem, {toChange * low, toChange * high}};
}

} // namespace

MeasurementError measurementError(const Icc& icc) {
    const auto n = static_cast<double>(icc.images), k = static_cast<double>(icc.raters);
    return {errorOf(icc.withinImages, n * (k - 1)), errorOf(icc.residual, (n - 1) * (k - 1))};
}

} // namespace vertescore
