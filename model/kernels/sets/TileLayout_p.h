// SPDX-License-Identifier: GPL-3.0-or-later
// The processor's matrix tiles: registers of 16 rows of up to 64 bytes.
#pragma once

#include "model/kernels/sets/KernelVector_p.h"

namespace vertescore {
namespace {

/// Everything written so far lies in memory: the compiler does not know that tiles are read from there.
inline void settleMemory() {
    __asm__ volatile("" ::: "memory");
}

/// The processor's description of its tiles (Intel's manual, vol. 1, ch. 18: palette 1).
struct alignas(64) TileLayout {
    std::uint8_t palette = 1;
    std::uint8_t startRow = 0;
    std::uint8_t reserved[14] = {};
    std::uint16_t rowBytes[16] = {};
    std::uint8_t rows[16] = {};

    void describe(int tile, int tileRows, int tileRowBytes) {
        rows[tile] = static_cast<std::uint8_t>(tileRows);
        rowBytes[tile] = static_cast<std::uint16_t>(tileRowBytes);
    }
    void use() const {
        settleMemory();
        _tile_loadconfig(this);
    }
};

/// 2^x, the Taylor polynomial of degree 4 about the nearest integer: relative error below 5e-5, a tenth of
/// what rounding to bf16 costs. Beyond what a float holds: infinity, or nothing.
inline __m512 powerOfTwo(__m512 x) {
    const __m512 n = _mm512_maskz_roundscale_ps(0xFFFF, x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m512 f = _mm512_sub_ps(x, n);
    __m512 p = _mm512_set1_ps(0.009618129F); // (ln 2)^4 / 24
    p = _mm512_fmadd_ps(p, f, _mm512_set1_ps(0.05550411F));
    p = _mm512_fmadd_ps(p, f, _mm512_set1_ps(0.24022651F));
    p = _mm512_fmadd_ps(p, f, _mm512_set1_ps(0.69314718F));
    p = _mm512_fmadd_ps(p, f, _mm512_set1_ps(1.0F));
    return _mm512_maskz_scalef_ps(0xFFFF, p, n);
}

} // namespace
} // namespace vertescore
