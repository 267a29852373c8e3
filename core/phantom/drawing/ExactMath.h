// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// Elementary functions made of additions, multiplications and exact library calls (floor, frexp, ldexp)
/// only, so that every machine gets the same bits; the libraries' own versions differ in the last place.
/// Absolute error below 1e-8 (relative for exponential) for |x| < 1e6 (sine, cosine) and |x| < 700
/// (exponential). Pure; any thread.
double sine(double radians);
double cosine(double radians);
double exponential(double x);
double naturalLogarithm(double x);              ///< x > 0
double power(double positive, double exponent); ///< 0 for a first argument of 0 or less

inline constexpr double kPi = 3.14159265358979323846;
constexpr double radians(double degrees) {
    return degrees * (kPi / 180.0);
}
constexpr double degrees(double radians) {
    return radians * (180.0 / kPi);
}

/// The angle of a direction, radians, -pi...pi; 0 for (0, 0).
double angleOf(double x, double y);

} // namespace vertescore
