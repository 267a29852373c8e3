// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/TiledLayer.h"

#include <optional>

#include <torch/torch.h>

namespace vertescore {

/// A module that, once its weights are final, rearranges them for inference on the CPU and from then on runs
/// oneDNN's packed layers and our kernels in place of separate operations. It cannot be trained afterwards.
/// Modules that were never packed (training, CUDA) run the plain operations.
class Packable {
public:
    virtual ~Packable() = default;
    virtual void pack() = 0;
};

/// A convolution for inference on the CPU, with its activation: our own layer where it can hold the weights,
/// else oneDNN's. Keeps the weights' type (float or bf16).
class PackedConvolution {
public:
    PackedConvolution(const torch::nn::Conv2dImpl& layer, Activation activation);
    torch::Tensor operator()(const torch::Tensor& x) const; ///< [B,C,H,W], channels last
    torch::Tensor addedTo(const torch::Tensor& other, const torch::Tensor& x) const; ///< other + (*this)(x)
    /// next((*this)(x)), plus `other` where it is defined; as one operation where it can.
    torch::Tensor passedTo(const PackedConvolution& next, const torch::Tensor& x,
                           const torch::Tensor& other = {}) const;

private:
    std::optional<TiledLayer> m_tiled;
    torch::Tensor m_weight; ///< opaque, and undefined with m_tiled
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
    const std::optional<TiledLayer>& tiled() const { return m_tiled; }

private:
    std::optional<TiledLayer> m_tiled;
    torch::Tensor m_packed; ///< opaque; one of the two, once packed
};
TORCH_MODULE(PackableLinear);

/// A layer normalisation over the channels of [B,H,W,C] that runs our kernel once packed.
class PackableLayerNormImpl : public torch::nn::LayerNormImpl, public Packable {
public:
    using LayerNormImpl::LayerNormImpl;
    torch::Tensor forward(const torch::Tensor& x);
    void pack() override;
    bool isPacked() const { return m_weight.defined(); }
    /// Packed only: rows of bf16, [rows, C] each.
    void normalise(const void* in, void* out, std::int64_t rows) const;

private:
    torch::Tensor m_weight, m_bias; ///< float; undefined until packed
};
TORCH_MODULE(PackableLayerNorm);

} // namespace vertescore
