// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernels are asked to do: plain memory, no tensors.
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

/// What is applied to each number that a layer gives.
enum class Activation { None, Relu, Silu };

/// Weights for matrix tiles hold this many input channels together; what is missing to a multiple is zeros.
inline constexpr std::int64_t kMatrixStep = 32;
/// Rows, and columns, that are multiplied together.
inline constexpr std::int64_t kMatrixBlock = 32;
constexpr std::int64_t roundedUp(std::int64_t count, std::int64_t to) {
    return (count + to - 1) / to * to;
}
/// Channels up to whole steps.
constexpr std::int64_t widenedChannels(std::int64_t channels) {
    return roundedUp(channels, kMatrixStep);
}
/// So many rows meet the same weights while these are near.
inline constexpr std::int64_t kMatrixRows = 128;
/// Pixels of a row of a convolution's input, with zeros on either side, that whole tiles of its output read.
constexpr std::int64_t widenedPixels(std::int64_t outWidth, std::int64_t stride) {
    return (roundedUp(outWidth, kMatrixBlock) - 1) * stride + 3;
}

/// Some rows times a matrix, in bf16 with sums in float: out = activation(in weight + bias) + added.
struct MatrixRowsTask {
    const void* in = nullptr;     ///< [rows, inChannels]
    const void* weight = nullptr; ///< [outChannels / 16][inChannels / kMatrixStep][16 pairs][16 columns][2]
    const float* bias = nullptr;  ///< [outChannels up to a multiple of 32]
    const void* added = nullptr;  ///< [rows, outChannels], or null
    void* scratch = nullptr;      ///< the caller's, [kMatrixRows, widenedChannels(inChannels)] bf16
    void* out = nullptr;          ///< [rows, outChannels]
    std::int64_t rows = 0;
    std::int64_t inChannels = 0;
    std::int64_t outChannels = 0;
    Activation activation = Activation::None;
};

/// Some rows of the output of a 3 x 3 convolution with one row of zeros all round, in bf16 with sums in
/// float.
struct ConvolutionTask {
    const void* in = nullptr;     ///< a picture [height, width, inChannels]
    const void* weight = nullptr; ///< as for MatrixRowsTask, with the nine places after the columns' number
    const float* bias = nullptr;  ///< [outChannels up to a multiple of 32]
    const void* added = nullptr;  ///< like out, or null
    void* scratch = nullptr;      ///< the caller's, [4, widenedPixels(), widenedChannels(inChannels)] bf16
    void* out = nullptr;          ///< [endRow - firstRow, ceil(width / stride), outChannels]
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::int64_t inChannels = 0;
    std::int64_t outChannels = 0;
    std::int64_t stride = 1; ///< 1 or 2
    std::int64_t firstRow = 0;
    std::int64_t endRow = 0;
    Activation activation = Activation::None;
};

} // namespace vertescore
