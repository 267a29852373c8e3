// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/KernelSet.h"

#include <torch/torch.h>

namespace vertescore {

/// Rows first ... end - 1 of a 3 x 3 layer's output, and the picture [height, width, in] that it is made of.
struct MapRows {
    const void* picture = nullptr;
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::int64_t first = 0;
    std::int64_t end = 0;
};

/// A 1 x 1 or 3 x 3 convolution for inference in bf16 by our own kernel, on processors with matrix tiles; a
/// linear layer is a convolution of 1 x 1. Bias, activation and residual belong to the same pass over memory.
class TiledLayer {
public:
    /// weight: [out, in, k, k]; every group sees all channels and the map has k / 2 zeros all round. True for
    /// bf16, 1 x 1 with stride 1 and 3 x 3 with stride 1 or 2, where the processor can.
    static bool canHold(const torch::Tensor& weight, std::int64_t stride);
    /// bias: [out] or undefined.
    TiledLayer(const torch::Tensor& weight, const torch::Tensor& bias, std::int64_t stride,
               Activation activation);

    /// [..., in] -> [..., out] for 1 x 1; [B,H,W,in] -> [B, ceil(H / stride), ceil(W / stride), out] for 3
    /// x 3.
    torch::Tensor operator()(const torch::Tensor& map) const;
    torch::Tensor addedTo(const torch::Tensor& other,
                          const torch::Tensor& map) const; ///< other + (*this)(map)

    /// next((*this)(map)) + added, a few rows after the other, so that what lies between the two stays in the
    /// processor's second cache. added: undefined, or like the result.
    torch::Tensor passedTo(const TiledLayer& next, const torch::Tensor& map,
                           const torch::Tensor& added) const;
    bool canPassTo(const TiledLayer& next) const; ///< 3 x 3 to 1 x 1

    /// Of a 1 x 1 layer, for who has the memory: in: [rows, in], added: [rows, out] or null, out: [rows,
    /// out].
    void multiplyRows(const void* in, const void* added, void* out, std::int64_t rows) const;

private:
    torch::Tensor applied(const torch::Tensor& map, const torch::Tensor& added) const;
    void multiply(const torch::Tensor& map, const torch::Tensor& added, torch::Tensor& out) const;
    void convolve(const torch::Tensor& map, const torch::Tensor& added, torch::Tensor& out) const;
    void convolveRows(const MapRows& rows, const void* added, void* out) const; ///< from the first row on
    std::int64_t outSide(std::int64_t side) const;

    torch::Tensor m_weight; ///< as given
    torch::Tensor m_tiles;  ///< as the kernels read them
    torch::Tensor m_bias;   ///< float, zeros up to a multiple of 32
    std::int64_t m_stride;
    Activation m_activation;
};

} // namespace vertescore
