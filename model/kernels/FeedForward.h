// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/Packed.h"

#include <torch/torch.h>

namespace vertescore {

/// A gated feed-forward network behind a layer normalisation, ready for inference on matrix tiles. Refers to
/// layers that somebody else keeps.
struct FeedForwardLayers {
    const PackableLayerNormImpl& norm; ///< packed
    const TiledLayer& in;              ///< C -> 2 half
    const torch::Tensor& weight;       ///< of the depthwise convolution, [9, 2 half] float
    const torch::Tensor& bias;         ///< [2 half] float
    const TiledLayer& out;             ///< half -> C
};

/// residual + out(gate(in(norm(residual)))), a few rows of the map after the other, so that what lies between
/// the layers, four times as wide as the map, never leaves the processor's second cache. residual: [B,H,W,C]
/// bf16, contiguous. Same numbers as the layers one by one.
torch::Tensor fusedFeedForward(const torch::Tensor& residual, const FeedForwardLayers& layers);

} // namespace vertescore
