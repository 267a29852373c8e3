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

/// One row y of a 3 x 3 depthwise convolution d with zeros around the map.
struct DepthwiseRowTask {
    const void* above = nullptr; ///< row y - 1 of the input [width, channels]; null outside the map
    const void* here = nullptr;
    const void* below = nullptr;
    const float* weight = nullptr; ///< [9, channels], row-major over the 3 x 3
    const float* bias = nullptr;   ///< [channels]
    void* out = nullptr;
    std::int64_t width = 0;    ///< of the input
    std::int64_t channels = 0; ///< of the input, a multiple of 16; for the gate of 32
    std::int64_t stride = 1;   ///< 1 or 2; for the gate 1
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

/// Rows of `channels` numbers each (a multiple of 16), and one number for each channel.
struct ChannelTask {
    const void* in = nullptr;
    void* out = nullptr;
    float* perChannel = nullptr; ///< [channels]
    std::int64_t rows = 0;
    std::int64_t channels = 0;
};

/// out = weight in + bias.
struct MatrixVectorTask {
    const void* weight = nullptr; ///< [rows, columns]
    const void* bias = nullptr;   ///< [rows], of the same type
    const float* in = nullptr;    ///< [columns], a multiple of 16
    float* out = nullptr;         ///< [rows]
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

/// One row y of a map [width, channels] to which a map of 1 / reduction of its size is added, each token of
/// which holds reduction x reduction finer ones, row after row.
struct RaiseRowTask {
    const void* coarse =
        nullptr; ///< of row y: [width / reduction, reduction * reduction * channels], from y's own part on
    void* fine = nullptr;
    std::int64_t width = 0;
    std::int64_t channels = 0; ///< a multiple of 16
    std::int64_t reduction = 0;
};

/// The network's own inner loops for one kind of processor. Plain functions of plain memory: no allocation,
/// no threads, safe to call from any; numbers are widened to float and rounded to nearest even on the way
/// out.
struct KernelSet {
    const char* name = "";
    void (*attendWindow)(const WindowAttentionTask&, KernelType) = nullptr;
    /// gelu(d(x)[0:half]) * d(x)[half:2 half] (the gate of GDFN), out: [width, channels / 2].
    void (*gatedRow)(const DepthwiseRowTask&, KernelType) = nullptr;
    /// silu(d(x)), out: [ceil(width / stride), channels].
    void (*depthwiseRow)(const DepthwiseRowTask&, KernelType) = nullptr;
    void (*channelNorm)(const ChannelNormTask&, KernelType) = nullptr;
    void (*addToSums)(const ChannelTask&,
                      KernelType) = nullptr; ///< perChannel += the sum of the rows of `in`
    void (*scaleRows)(const ChannelTask&, KernelType) = nullptr; ///< out *= perChannel, each row
    void (*addRows)(const ChannelTask&, KernelType) = nullptr;   ///< out += in + perChannel, each row
    void (*matrixVector)(const MatrixVectorTask&, KernelType) = nullptr;
    void (*raiseRow)(const RaiseRowTask&, KernelType) = nullptr;
};

/// The best set this processor can run; chosen once.
const KernelSet& kernelSet();

/// By the instructions they use. Each is compiled on its own; only the first runs everywhere.
const KernelSet& portableKernels();
const KernelSet& avx2Kernels();
const KernelSet& avx512Kernels();
const KernelSet& avx512Bf16Kernels();
const KernelSet& amxKernels();

/// True where the processor has matrix tiles for bf16 and the kernel lets this process use them; asks it to.
bool mayUseTiles();

} // namespace vertescore
