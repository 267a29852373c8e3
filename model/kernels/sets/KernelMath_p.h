// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of a vector of numbers.
#pragma once

#include "model/kernels/sets/KernelVector_p.h"

namespace vertescore {
namespace {

/// 1 / x to a relative 4e-7, without a division where the processor can begin one.
inline Floats reciprocal(Floats x) {
#if defined(__AVX512F__)
    const auto start = std::bit_cast<Floats>(_mm512_maskz_rcp14_ps(0xFFFF, std::bit_cast<__m512>(x)));
    return start * (2.0F - x * start); // Newton's step squares the error
#else
    return 1.0F / x;
#endif
}

/// e^x: x = n ln 2 + r with |r| <= ln 2 / 2, the Taylor polynomial of degree 6 for e^r, n into the exponent.
/// Relative error below 3e-7 for -87 <= x <= 88; beyond, the value at the bound.
inline Floats exponential(Floats x) {
    constexpr float kToInteger = 12582912.0F; // 1.5 * 2^23: adding it rounds to an integer in the low bits
    x = smaller(larger(x, all(-87.0F)), all(88.0F));
    const Floats shifted = x * 1.44269504F + kToInteger;
    const Floats n = shifted - kToInteger;
    const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F; // ln 2 in two parts
    Floats p = r * (1.0F / 720) + 1.0F / 120;
    p = p * r + 1.0F / 24;
    p = p * r + 1.0F / 6;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const Words exponent = (std::bit_cast<Words>(shifted) - std::bit_cast<std::int32_t>(kToInteger)) << 23;
    return std::bit_cast<Floats>(std::bit_cast<Words>(p) + exponent);
}

/// x Phi(x) = (x + |x| erf(|x| / sqrt 2)) / 2. erf(z) / z is a polynomial in z^2, fitted by Chebyshev points
/// on 0 <= z <= 3.6 and written about the middle of that range, where its terms do not cancel: absolute error
/// of erf below 4e-7, beyond 3.6 too, where it is taken for 1.
inline Floats gelu(Floats x) {
    constexpr float kEnd = 3.6F;
    constexpr std::array<float, 14> kTerms{0.392712116F,  -0.19549045F,    0.1438113F,    -0.113796026F,
                                           0.0898069069F, -0.0680111125F,  0.0483167619F, -0.0326203145F,
                                           0.0211955998F, -0.011498725F,   0.0046219686F, -0.00295499316F,
                                           0.0026133433F, -0.000928721274F};
    const Floats distance = larger(x, -x);
    const Floats z = smaller(distance * 0.70710678F, all(kEnd));
    const Floats t = z * z * (2.0F / (kEnd * kEnd)) - 1.0F;
    Floats p = all(kTerms.back());
    for (std::size_t k = kTerms.size() - 1; k-- > 0;)
        p = p * t + kTerms[k];
    const Floats erf = z < kEnd ? z * p : all(1.0F);
    return 0.5F * x + 0.5F * distance * erf;
}

/// x / (1 + e^-x).
inline Floats silu(Floats x) {
    return x * reciprocal(1.0F + exponential(-x));
}

} // namespace
} // namespace vertescore
