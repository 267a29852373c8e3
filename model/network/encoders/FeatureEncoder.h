// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/VerteNetOptions.h"

#include <torch/torch.h>

#include <array>
#include <memory>

namespace vertescore {

/// Feature maps at strides 4, 8, 16 and 32, in this order.
using FeaturePyramid = std::array<torch::Tensor, 4>;

/// The network's front half. Every encoder that the decoder can sit on implements this.
class FeatureEncoder : public torch::nn::Module {
public:
    /// x: [B,3,H,W], -0.5...0.5, H and W multiples of 32.
    virtual FeaturePyramid forward(const torch::Tensor& x) = 0;
    /// Channels of the four maps.
    virtual std::array<std::int64_t, 4> channels() const = 0;

protected:
    /// Throws c10::Error unless x has that shape.
    static void checkInput(const torch::Tensor& x);
};

/// The encoder that the options name. stochasticDepth: drop rate of the last block; earlier ones in
/// proportion to their depth; training only, and only the EfficientNets.
std::shared_ptr<FeatureEncoder> makeEncoder(const VerteNetOptions& options, double stochasticDepth);

} // namespace vertescore
