// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/Packed.h"

#include <torch/torch.h>

namespace vertescore {

/// A module whose batch normalisations can be multiplied into the convolutions before them, for inference.
/// The state dict no longer fits the weights then.
class Foldable {
public:
    virtual ~Foldable() = default;
    virtual void fold() = 0;
};

/// A convolution that does what both do after training.
torch::nn::Conv2d foldedConvolution(const torch::nn::Conv2d& convolution, const torch::nn::BatchNorm2d& norm);

struct ConvNormActOptions {
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t groups = 1;
    Activation activation = Activation::Silu;
    bool samePadding = false; ///< pad right and bottom only where the stride asks for it
    double epsilon = 1e-3;    ///< of the batch normalisation
};

/// Convolution "0" without bias, batch normalisation "1", activation: torchvision's Conv2dNormActivation.
/// [B,in,H,W] -> [B,out,H/stride,W/stride].
class ConvNormActImpl : public torch::nn::Module, public Foldable, public Packable {
public:
    explicit ConvNormActImpl(const ConvNormActOptions& options);
    torch::Tensor forward(const torch::Tensor& x);
    /// other + forward(x), in one pass over memory where it can.
    torch::Tensor addedTo(const torch::Tensor& other, const torch::Tensor& x);
    /// last(forward(x)), plus `other` where it is defined; as one operation where it can.
    torch::Tensor passedTo(ConvNormActImpl& last, const torch::Tensor& x, const torch::Tensor& other);
    void fold() override;
    void pack() override;
    /// Starts the normalisation's scale at zero: a residual branch that ends here begins as nothing.
    void startAtZero();

private:
    ConvNormActOptions m_options;
    torch::nn::Conv2d m_conv{nullptr};
    torch::nn::BatchNorm2d m_norm{nullptr};
    std::optional<PackedConvolution> m_packed; ///< inference on the CPU, one of the two
    std::optional<PackedDepthwise> m_packedDepthwise;
};
TORCH_MODULE(ConvNormAct);

} // namespace vertescore
