// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of 32 x 32 sums in bf16 by products of matrix tiles, and what becomes of them.
#pragma once

#include "model/kernels/sets/TileLayout_p.h"

namespace vertescore {
namespace {

constexpr std::int64_t kTileSide = 16; ///< rows, and columns of sums
static_assert(kMatrixBlock == 2 * kTileSide);
constexpr std::int64_t kTileNumbers = kTileSide * kMatrixStep; ///< of bf16 in a tile

/// A block of sums: 32 rows and up to 32 columns. Each tap adds its own rows times its own weights.
struct TileBlock {
    std::array<const Bf16*, 9> taps; ///< the first of 32 rows of each
    std::int64_t tapCount = 1;
    std::int64_t rowNumbers = 0;    ///< from a row to the next
    std::int64_t steps = 0;         ///< of kMatrixStep channels
    const Bf16* weight = nullptr;   ///< tiles of the first 16 columns: tap after tap, step after step
    std::int64_t columnNumbers = 0; ///< to the tiles of the next 16 columns
    alignas(64)
        std::array<float, kMatrixBlock * kMatrixBlock> sums; ///< four tiles: left and right, upper and lower
};

// The compiler wants the tiles' numbers as text.
#define VERTESCORE_TILE_UPPER_LEFT 0
#define VERTESCORE_TILE_UPPER_RIGHT 1
#define VERTESCORE_TILE_LOWER_LEFT 2
#define VERTESCORE_TILE_LOWER_RIGHT 3
#define VERTESCORE_TILE_UPPER 4
#define VERTESCORE_TILE_LOWER 5
#define VERTESCORE_TILE_LEFT 6
#define VERTESCORE_TILE_RIGHT 7

inline void describeProductTiles() {
    TileLayout layout;
    for (int tile = 0; tile < 8; ++tile)
        layout.describe(tile, 16, 64);
    layout.use();
}

/// Of the right half only when the block has more than 16 columns.
template <bool HasRight>
inline void multiplyBlock(TileBlock& block) {
    settleMemory();
    _tile_zero(VERTESCORE_TILE_UPPER_LEFT);
    _tile_zero(VERTESCORE_TILE_LOWER_LEFT);
    if constexpr (HasRight) {
        _tile_zero(VERTESCORE_TILE_UPPER_RIGHT);
        _tile_zero(VERTESCORE_TILE_LOWER_RIGHT);
    }
    const Bf16* weight = block.weight;
    const auto stride = static_cast<std::size_t>(block.rowNumbers) * sizeof(Bf16);
    for (std::int64_t tap = 0; tap < block.tapCount; ++tap) {
        const Bf16* rows = block.taps[static_cast<std::size_t>(tap)];
        for (std::int64_t step = 0; step < block.steps; ++step) {
            _tile_loadd(VERTESCORE_TILE_UPPER, rows, stride);
            _tile_loadd(VERTESCORE_TILE_LEFT, weight, 64);
            _tile_dpbf16ps(VERTESCORE_TILE_UPPER_LEFT, VERTESCORE_TILE_UPPER, VERTESCORE_TILE_LEFT);
            _tile_loadd(VERTESCORE_TILE_LOWER, rows + kTileSide * block.rowNumbers, stride);
            _tile_dpbf16ps(VERTESCORE_TILE_LOWER_LEFT, VERTESCORE_TILE_LOWER, VERTESCORE_TILE_LEFT);
            if constexpr (HasRight) {
                _tile_loadd(VERTESCORE_TILE_RIGHT, weight + block.columnNumbers, 64);
                _tile_dpbf16ps(VERTESCORE_TILE_UPPER_RIGHT, VERTESCORE_TILE_UPPER, VERTESCORE_TILE_RIGHT);
                _tile_dpbf16ps(VERTESCORE_TILE_LOWER_RIGHT, VERTESCORE_TILE_LOWER, VERTESCORE_TILE_RIGHT);
            }
            rows += kMatrixStep;
            weight += kTileNumbers;
        }
    }
    float* sums = block.sums.data();
    constexpr std::size_t kSumStride = kMatrixBlock * sizeof(float);
    _tile_stored(VERTESCORE_TILE_UPPER_LEFT, sums, kSumStride);
    _tile_stored(VERTESCORE_TILE_LOWER_LEFT, sums + kTileSide * kMatrixBlock, kSumStride);
    if constexpr (HasRight) {
        _tile_stored(VERTESCORE_TILE_UPPER_RIGHT, sums + kTileSide, kSumStride);
        _tile_stored(VERTESCORE_TILE_LOWER_RIGHT, sums + kTileSide * kMatrixBlock + kTileSide, kSumStride);
    }
}

/// To bf16's precision: x / (1 + e^-x).
template <Activation Function>
inline __m512 activated(__m512 x) {
    if constexpr (Function == Activation::Relu) return _mm512_maskz_max_ps(0xFFFF, x, _mm512_setzero_ps());
    if constexpr (Function == Activation::Silu) {
        const __m512 power = powerOfTwo(_mm512_mul_ps(x, _mm512_set1_ps(-1.44269504F)));
        return _mm512_mul_ps(x, _mm512_maskz_rcp14_ps(0xFFFF, _mm512_add_ps(power, _mm512_set1_ps(1.0F))));
    }
    return x;
}

/// Where the sums of a block go.
struct BlockOutput {
    const float* bias = nullptr; ///< of the block's first column
    const Bf16* added = nullptr; ///< or null; like out
    Bf16* out = nullptr;
    std::int64_t channels = 0; ///< from a row of out to the next
    std::int64_t rows = 0;     ///< of the block that exist
    std::int64_t columns = 0;
};

inline __m512 widened(__m256i numbers) {
    return _mm512_castsi512_ps(
        _mm512_maskz_slli_epi32(0xFFFF, _mm512_maskz_cvtepu16_epi32(0xFFFF, numbers), 16));
}

template <Activation Function>
inline void finishBlock(const TileBlock& block, const BlockOutput& to) {
    const __m512 biasLeft = _mm512_loadu_ps(to.bias), biasRight = _mm512_loadu_ps(to.bias + kTileSide);
    const auto exists = static_cast<__mmask32>(to.columns >= kMatrixBlock ? ~0U : (1U << to.columns) - 1U);
    const auto inLeft = static_cast<__mmask16>(exists), inRight = static_cast<__mmask16>(exists >> kTileSide);
    const float* sums = block.sums.data();
    for (std::int64_t row = 0; row < to.rows; ++row, sums += kMatrixBlock) {
        __m512 left = activated<Function>(_mm512_add_ps(_mm512_load_ps(sums), biasLeft));
        __m512 right = activated<Function>(_mm512_add_ps(_mm512_load_ps(sums + kTileSide), biasRight));
        if (to.added) {
            const Bf16* added = to.added + row * to.channels;
            left = _mm512_add_ps(left, widened(_mm256_maskz_loadu_epi16(inLeft, added)));
            right = _mm512_add_ps(right, widened(_mm256_maskz_loadu_epi16(inRight, added + kTileSide)));
        }
        const __m512bh both = _mm512_cvtne2ps_pbh(right, left);
        _mm512_mask_storeu_epi16(to.out + row * to.channels, exists, std::bit_cast<__m512i>(both));
    }
}

using FinishBlock = void (*)(const TileBlock&, const BlockOutput&);

inline FinishBlock finishBy(Activation activation) {
    switch (activation) {
    case Activation::None:
        break;
    case Activation::Relu:
        return finishBlock<Activation::Relu>;
    case Activation::Silu:
        return finishBlock<Activation::Silu>;
    }
    return finishBlock<Activation::None>;
}

} // namespace
} // namespace vertescore
