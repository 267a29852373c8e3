// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vertescore {

/// Width of one attention head, in channels.
inline constexpr std::int64_t kHeadWidth = 16;

/// Numbers as they lie in memory. bf16 is held as its 16 bits.
enum class KernelType { Float, Bf16 };

/// Attention inside one window of a [H,W,C] map, all heads (paper 000, eqs 1-6). Pointers to the first token
/// of the window; every row of the map holds `rowTokens` tokens. Only the window's tokens that lie on the map
/// are counted in `height` and `width`, so padding neither gives nor gets attention.
struct WindowAttentionTask {
    const void* query = nullptr; ///< `heads` groups of kHeadWidth channels a token
    const void* key = nullptr;
    const void* value = nullptr;
    void* out = nullptr;
    std::int64_t queryStride = 0; ///< elements from token to token, of the output too
    std::int64_t keyValueStride = 0;
    std::int64_t rowTokens = 0;
    std::int64_t height = 0; ///< tokens, height * width <= kLargestWindow
    std::int64_t width = 0;
    std::int64_t heads = 0;
    const float* inverseBeta = nullptr; ///< [heads]
};
inline constexpr std::int64_t kLargestWindow = 1024;

/// One row y of gelu(d(x)[0:half]) * d(x)[half:2 half], where d is a 3 x 3 depthwise convolution with zeros
/// around the map (the gate of GDFN). half: a multiple of 16.
struct GatedRowTask {
    const void* above = nullptr; ///< row y - 1 of the input [W, 2 half]; null outside the map
    const void* here = nullptr;
    const void* below = nullptr;
    const float* weight = nullptr; ///< [9, 2 half], row-major over the 3 x 3
    const float* bias = nullptr;   ///< [2 half]
    void* out = nullptr;           ///< [W, half]
    float* line = nullptr;         ///< scratch, [W, 16]
    std::int64_t width = 0;
    std::int64_t half = 0;
};

/// Layer normalisation of `rows` rows of `channels` numbers each (a multiple of 16), over the channels.
struct ChannelNormTask {
    const void* in = nullptr;
    void* out = nullptr;
    const float* weight = nullptr; ///< [channels]
    const float* bias = nullptr;
    std::int64_t rows = 0;
    std::int64_t channels = 0;
    float epsilon = 0;
};

/// The network's own inner loops for one kind of processor. Plain functions of plain memory: no allocation,
/// no threads, safe to call from any; numbers are widened to float and rounded to nearest even on the way
/// out.
struct KernelSet {
    const char* name = "";
    void (*attendWindow)(const WindowAttentionTask&, KernelType) = nullptr;
    void (*gatedRow)(const GatedRowTask&, KernelType) = nullptr;
    void (*channelNorm)(const ChannelNormTask&, KernelType) = nullptr;
};

/// The best set this processor can run; chosen once.
const KernelSet& kernelSet();

/// By the instructions they use. Each is compiled on its own; only the first runs everywhere.
const KernelSet& portableKernels();
const KernelSet& avx2Kernels();
const KernelSet& avx512Kernels();

} // namespace vertescore
