// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/Spline.h"

#include <algorithm>
#include <cmath>

namespace vertescore {

namespace {

/// Solves the slopes of the not-a-knot spline. The unknowns are first derivatives s_i; inside,
/// h_i s_{i-1} + 2 (h_{i-1} + h_i) s_i + h_{i-1} s_{i+1} = 3 (h_i d_{i-1} + h_{i-1} d_i) with d the divided
/// differences; equal third derivatives across the second point give the first row, likewise the last (de
/// Boor, eqs IV.7 and IV.8). The system is tridiagonal with those two rows, so one forward sweep and one
/// backward sweep are enough.
std::vector<double> notAKnotSlopes(const std::vector<double>& t, const std::vector<double>& value) {
    const std::size_t n = t.size();
    std::vector<double> h(n - 1), d(n - 1);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        h[i] = t[i + 1] - t[i];
        d[i] = (value[i + 1] - value[i]) / h[i];
    }
    std::vector<double> lower(n), diagonal(n), upper(n), right(n);
    diagonal[0] = h[1];
    upper[0] = h[0] + h[1];
    right[0] = ((h[0] + 2 * upper[0]) * h[1] * d[0] + h[0] * h[0] * d[1]) / upper[0];
    for (std::size_t i = 1; i + 1 < n; ++i) {
        lower[i] = h[i];
        diagonal[i] = 2 * (h[i - 1] + h[i]);
        upper[i] = h[i - 1];
        right[i] = 3 * (h[i] * d[i - 1] + h[i - 1] * d[i]);
    }
    const double lastTwo = h[n - 2] + h[n - 3];
    lower[n - 1] = lastTwo;
    diagonal[n - 1] = h[n - 3];
    right[n - 1] =
        (h[n - 2] * h[n - 2] * d[n - 3] + (2 * lastTwo + h[n - 2]) * h[n - 3] * d[n - 2]) / lastTwo;

    for (std::size_t i = 1; i < n; ++i) {
        const double share = lower[i] / diagonal[i - 1];
        diagonal[i] -= share * upper[i - 1];
        right[i] -= share * right[i - 1];
    }
    std::vector<double> slope(n);
    slope[n - 1] = right[n - 1] / diagonal[n - 1];
    for (std::size_t i = n - 1; i-- > 0;)
        slope[i] = (right[i] - upper[i] * slope[i + 1]) / diagonal[i];
    return slope;
}

} // namespace

Result<Spline> Spline::through(std::vector<double> t, std::vector<double> values) {
    if (t.size() != values.size() || t.size() < 4)
        return failure(ErrorCode::InvalidArgument, "a spline needs at least four points");
    const auto isFinite = [](double v) { return std::isfinite(v); };
    if (!std::all_of(t.begin(), t.end(), isFinite) || !std::all_of(values.begin(), values.end(), isFinite))
        return failure(ErrorCode::InvalidArgument, "a spline point is not finite");
    for (std::size_t i = 1; i < t.size(); ++i)
        if (!(t[i] > t[i - 1]))
            return failure(ErrorCode::KnotsNotIncreasing, "point " + std::to_string(i + 1) +
                                                              " does not lie below point " +
                                                              std::to_string(i));
    Spline spline;
    spline.m_slope = notAKnotSlopes(t, values);
    spline.m_t = std::move(t);
    spline.m_value = std::move(values);
    return spline;
}

double Spline::at(double t) const {
    const auto above = std::upper_bound(m_t.begin() + 1, m_t.end() - 1, t);
    const auto i = static_cast<std::size_t>(above - m_t.begin()) - 1;
    const double h = m_t[i + 1] - m_t[i];
    const double d = (m_value[i + 1] - m_value[i]) / h;
    const double quadratic = (3 * d - 2 * m_slope[i] - m_slope[i + 1]) / h;
    const double cubic = (m_slope[i] + m_slope[i + 1] - 2 * d) / (h * h);
    const double x = t - m_t[i];
    return m_value[i] + x * (m_slope[i] + x * (quadratic + x * cubic));
}

} // namespace vertescore
