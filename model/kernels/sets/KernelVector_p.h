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
#include <utility>
#if defined(__AVX2__)
#include <immintrin.h>
#endif

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

inline void store(Bf16* to, Floats value) { // to nearest, ties to even
#if defined(__AVX512BF16__)
    const __m256bh half = _mm512_cvtneps_pbh(std::bit_cast<__m512>(value));
#else
    const auto bits = std::bit_cast<UnsignedWords>(value);
    const UnsignedWords rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16;
    const HalfWords half = __builtin_convertvector(rounded, HalfWords);
#endif
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

/// Each lane with the one `Width` further on.
template <std::size_t Width, typename Join, std::size_t... Lane>
inline Floats joinedAcross(Floats v, Join join, std::index_sequence<Lane...>) {
    return join(v, __builtin_shufflevector(v, v, ((Lane + Width) % sizeof...(Lane))...));
}

/// All lanes joined by an operation, halves first.
template <typename Join, std::size_t Width = kLanes / 2>
inline float joined(Floats v, Join join) {
    const Floats halves = joinedAcross<Width>(v, join, std::make_index_sequence<kLanes>());
    if constexpr (Width == 1)
        return halves[0];
    else
        return joined<Join, Width / 2>(halves, join);
}

inline float sumOf(Floats v) {
    return joined(v, [](Floats a, Floats b) { return a + b; });
}
inline float largestOf(Floats v) {
    return joined(v, larger);
}

} // namespace
} // namespace vertescore
