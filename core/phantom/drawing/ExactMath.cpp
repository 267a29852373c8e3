// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/ExactMath.h"

#include <cmath>

namespace vertescore {
namespace {

constexpr double kLn2 = 0.69314718055994530942;

/// Taylor series; |x| <= pi / 2.
double sineNearZero(double x) {
    const double squared = x * x;
    double term = x;
    double sum = x;
    for (int n = 3; n <= 17; n += 2) {
        term *= -squared / (n * (n - 1));
        sum += term;
    }
    return sum;
}

/// |x| <= tan(pi / 8): the alternating series converges fast.
double arcTangentNearZero(double x) {
    const double squared = x * x;
    double power = x;
    double sum = x;
    for (int n = 3; n <= 23; n += 2) {
        power *= -squared;
        sum += power / n;
    }
    return sum;
}

/// x >= 0.
double arcTangent(double x) {
    constexpr double kTanPiOver8 = 0.41421356237309504880;
    if (x > 1.0) return kPi / 2 - arcTangent(1.0 / x);
    if (x > kTanPiOver8) return kPi / 4 + arcTangentNearZero((x - 1.0) / (x + 1.0));
    return arcTangentNearZero(x);
}

} // namespace

double sine(double radians) {
    double x = radians - 2 * kPi * std::floor(radians / (2 * kPi) + 0.5);
    if (x > kPi / 2) x = kPi - x;
    if (x < -kPi / 2) x = -kPi - x;
    return sineNearZero(x);
}

double cosine(double radians) {
    return sine(radians + kPi / 2);
}

double exponential(double x) {
    const double k = std::floor(x / kLn2 + 0.5);
    const double r = x - k * kLn2;
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= 13; ++n) {
        term *= r / n;
        sum += term;
    }
    return std::ldexp(sum, static_cast<int>(k));
}

double naturalLogarithm(double x) {
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent); // 0.5...1
    if (mantissa < 0.70710678118654752440) {
        mantissa *= 2;
        --exponent;
    }
    const double z = (mantissa - 1) / (mantissa + 1);
    const double squared = z * z;
    double zPower = z;
    double sum = z;
    for (int n = 3; n <= 19; n += 2) {
        zPower *= squared;
        sum += zPower / n;
    }
    return 2 * sum + exponent * kLn2;
}

double power(double positive, double exponent) {
    return positive > 0 ? exponential(exponent * naturalLogarithm(positive)) : 0.0;
}

double angleOf(double x, double y) {
    if (x == 0 && y == 0) return 0;
    const double acute = x == 0 ? kPi / 2 : arcTangent(std::fabs(y) / std::fabs(x));
    const double upper = x < 0 ? kPi - acute : acute;
    return y < 0 ? -upper : upper;
}

} // namespace vertescore
