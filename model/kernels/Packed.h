// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <torch/torch.h>

namespace vertescore {

enum class Activation { None, Relu, Silu };

/// A module that, once its weights are final, rearranges them for inference on the CPU and from then on runs
/// oneDNN's packed layers and our kernels in place of separate operations. It cannot be trained afterwards.
/// Modules that were never packed (training, CUDA) run the plain operations.
class Packable {
public:
    virtual ~Packable() = default;
    virtual void pack() = 0;
};

/// A convolution or a linear layer for inference on the CPU: weights in the order that oneDNN's inner loops
/// read, bias, activation and residual in the same pass over memory. Keeps the weights' type (float or bf16).
class PackedConvolution {
public:
    /// weight: [out, in / groups, kh, kw]; bias: [out] or undefined.
    PackedConvolution(const torch::nn::Conv2dImpl& layer, Activation activation);
    torch::Tensor operator()(const torch::Tensor& x) const; ///< [B,C,H,W], channels last

private:
    torch::Tensor m_weight; ///< opaque
    torch::Tensor m_bias;
    std::vector<std::int64_t> m_padding, m_stride, m_dilation;
    std::int64_t m_groups;
    const char* m_activation;
};

/// A 3 x 3 depthwise convolution and SiLU for inference on the CPU, by our own kernel.
class PackedDepthwise {
public:
    /// One row of zeros all round, stride 1 or 2, channels a multiple of 16.
    static bool canHold(const torch::nn::Conv2dImpl& layer);
    explicit PackedDepthwise(const torch::nn::Conv2dImpl& layer);
    torch::Tensor operator()(const torch::Tensor& x) const; ///< [B,C,H,W], channels last

private:
    torch::Tensor m_weight, m_bias; ///< float
    std::int64_t m_stride;
};

/// y + other, where y is the caller's own and may be overwritten; [B,C,H,W], channels last, C a multiple
/// of 16.
torch::Tensor withAdded(const torch::Tensor& y, const torch::Tensor& other);

/// A linear layer that packs itself for inference. Names in a state dict are those of torch::nn::Linear.
class PackableLinearImpl : public torch::nn::LinearImpl, public Packable {
public:
    using LinearImpl::LinearImpl;
    torch::Tensor forward(const torch::Tensor& x);
    torch::Tensor addedTo(const torch::Tensor& other, const torch::Tensor& x); ///< other + linear(x)
    void pack() override;

private:
    torch::Tensor m_packed; ///< opaque; undefined until packed
};
TORCH_MODULE(PackableLinear);

/// A layer normalisation over the channels of [B,H,W,C] that runs our kernel once packed.
class PackableLayerNormImpl : public torch::nn::LayerNormImpl, public Packable {
public:
    using LayerNormImpl::LayerNormImpl;
    torch::Tensor forward(const torch::Tensor& x);
    void pack() override;

private:
    torch::Tensor m_weight, m_bias; ///< float; undefined until packed
};
TORCH_MODULE(PackableLayerNorm);

} // namespace vertescore
