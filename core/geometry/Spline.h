// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <vector>

namespace vertescore {

/// Cubic spline value(t) through given points with not-a-knot ends: the third derivative is continuous at the
/// second and the last-but-one point. (de Boor, A Practical Guide to Splines, ch. IV; same curve as SciPy's
/// CubicSpline.)
class Spline {
public:
    /// At least four points, t strictly increasing and everything finite; else InvalidArgument or
    /// KnotsNotIncreasing.
    static Result<Spline> through(std::vector<double> t, std::vector<double> values);

    /// Beyond the ends the first or last piece goes on.
    double at(double t) const;

private:
    Spline() = default;
    std::vector<double> m_t;
    std::vector<double> m_value;
    std::vector<double> m_slope; ///< first derivative at each point
};

} // namespace vertescore
