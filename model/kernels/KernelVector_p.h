// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels, written once over a vector of VERTESCORE_KERNEL_LANES floats and compiled once for each kind
// of processor. Everything has internal linkage: two copies must never be merged by the linker.
#pragma once

#include "model/kernels/KernelSet.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

namespace vertescore {
namespace {

constexpr std::int64_t kLanes = VERTESCORE_KERNEL_LANES;
constexpr std::int64_t kGroup = 16; ///< channels handled together
constexpr std::int64_t kParts = kGroup / kLanes;

using Floats = float __attribute__((vector_size(kLanes * sizeof(float))));
using Words = std::int32_t __attribute__((vector_size(kLanes * sizeof(std::int32_t))));
using UnsignedWords = std::uint32_t __attribute__((vector_size(kLanes * sizeof(std::uint32_t))));
using HalfWords = std::uint16_t __attribute__((vector_size(kLanes * sizeof(std::uint16_t))));
using Bf16 = std::uint16_t;

/// kGroup numbers.
using Group = std::array<Floats, kParts>;

inline Floats all(float value) {
    return Floats{} + value;
}

inline Floats load(const float* from) {
    Floats out;
    std::memcpy(&out, from, sizeof(out));
    return out;
}

inline Floats load(const Bf16* from) {
    HalfWords half;
    std::memcpy(&half, from, sizeof(half));
    return std::bit_cast<Floats>(__builtin_convertvector(half, UnsignedWords) << 16);
}

inline void store(float* to, Floats value) {
    std::memcpy(to, &value, sizeof(value));
}

inline void store(Bf16* to, Floats value) {
    const auto bits = std::bit_cast<UnsignedWords>(value);
    const UnsignedWords rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16; // to nearest, ties to even
    const HalfWords half = __builtin_convertvector(rounded, HalfWords);
    std::memcpy(to, &half, sizeof(half));
}

template <typename T>
inline Group loadGroup(const T* from) {
    Group out;
    for (std::int64_t p = 0; p < kParts; ++p)
        out[p] = load(from + p * kLanes);
    return out;
}

template <typename T>
inline void storeGroup(T* to, const Group& value) {
    for (std::int64_t p = 0; p < kParts; ++p)
        store(to + p * kLanes, value[p]);
}

inline Floats larger(Floats a, Floats b) {
    return a > b ? a : b;
}
inline Floats smaller(Floats a, Floats b) {
    return a < b ? a : b;
}

inline float sumOf(Floats v) {
    std::array<float, kLanes> lanes;
    std::memcpy(lanes.data(), &v, sizeof(v));
    for (std::int64_t width = kLanes / 2; width > 0; width /= 2)
        for (std::int64_t i = 0; i < width; ++i)
            lanes[i] += lanes[i + width];
    return lanes[0];
}

inline float largestOf(Floats v) {
    std::array<float, kLanes> lanes;
    std::memcpy(lanes.data(), &v, sizeof(v));
    for (std::int64_t width = kLanes / 2; width > 0; width /= 2)
        for (std::int64_t i = 0; i < width; ++i)
            lanes[i] = std::max(lanes[i], lanes[i + width]);
    return lanes[0];
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

/// x Phi(x), with erf by Abramowitz & Stegun 7.1.26 (absolute error below 1.5e-7).
inline Floats gelu(Floats x) {
    const Floats z = x * 0.70710678F;
    const Floats distance = larger(z, -z);
    const Floats t = 1.0F / (1.0F + 0.3275911F * distance);
    Floats p = t * 1.061405429F - 1.453152027F;
    p = p * t + 1.421413741F;
    p = p * t - 0.284496736F;
    p = p * t + 0.254829592F;
    const Floats tail = p * t * exponential(-z * z); // 1 - erf(|z|)
    return 0.5F * x * (x > 0.0F ? 2.0F - tail : tail);
}

} // namespace
} // namespace vertescore
