// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/Packed.h"

#include <torch/torch.h>

namespace vertescore {

/// Channels of one attention head: 16, or 8 where 16 does not divide the map's channels (EfficientNet-B3's
/// 136).
std::int64_t headChannelsOf(std::int64_t channels);

/// Multi-head attention inside window x window tiles: softmax(Q K^T / beta) V per head and tile.
/// query: [B,H,W,C]; keyValue: [B,H,W,2C], keys first; beta: one per head. Maps whose sides are no multiple
/// of the window are padded at the right and bottom; padding neither receives nor gives attention. Returns
/// [B,H,W,C].
torch::Tensor windowAttention(const torch::Tensor& query, const torch::Tensor& keyValue,
                              const torch::Tensor& beta, std::int64_t window);

/// Dual-resolution attention, paper 000 eqs 1-6: windows on the full map and, with windows of the same size,
/// on the map average-pooled by `reduction`; the low branch comes back through a learnable transposed
/// convolution. DRSA when both arguments are the same map, DRCA otherwise (query from x, key and value from
/// y).
class DualResolutionAttentionImpl : public torch::nn::Module, public Packable {
public:
    DualResolutionAttentionImpl(std::int64_t channels, std::int64_t reduction, std::int64_t window);
    /// x, y: [B,H,W,C], normalised. Returns residual + the attention (eq 3 or 6), [B,H,W,C].
    torch::Tensor addedTo(const torch::Tensor& residual, const torch::Tensor& x, const torch::Tensor& y);
    void pack() override;

private:
    torch::Tensor attended(const torch::Tensor& query, const torch::Tensor& keyValue,
                           const torch::Tensor& beta) const;

    std::int64_t m_reduction;
    std::int64_t m_window;
    PackableLinear m_queryHigh, m_keyValueHigh, m_queryLow, m_keyValueLow;
    torch::Tensor m_betaHigh, m_betaLow;
    torch::nn::ConvTranspose2d m_upsample;
    PackableLinear m_project;
    /// Between attention and residual everything is linear: packed, the two branches are one layer each, of
    /// which the low one gives the reduction x reduction finer tokens of each coarse one.
    PackableLinear m_packedHigh{nullptr}, m_packedLow{nullptr};
};
TORCH_MODULE(DualResolutionAttention);

/// Attention across channels, eq 12: every output channel is a mixture of the value channels, weighted by how
/// alike its query and their keys are over the whole map (cosine / beta, so that the result does not depend
/// on the map's size).
class ChannelAttentionImpl : public torch::nn::Module, public Packable {
public:
    explicit ChannelAttentionImpl(std::int64_t channels);
    /// residual + the attention, [B,H,W,C] each.
    torch::Tensor addedTo(const torch::Tensor& residual, const torch::Tensor& x);
    void pack() override;

private:
    /// What turns each token into the projected mixture of its values, [B,C,C]. Query, key and value are
    /// linear in the tokens x, so all products over the map follow from G = x^T x: query^T key = Wq G Wk^T
    /// and |query_c|^2 = (Wq G Wq^T)_cc; values, mixing and projection together are one linear layer.
    torch::Tensor mixing(const torch::Tensor& tokens) const; ///< tokens: [B,HW,C]

    PackableLinear m_queryKeyValue;
    torch::Tensor m_beta;
    PackableLinear m_project;
    torch::Tensor m_packedBias; ///< of the projection, float; undefined until packed
};
TORCH_MODULE(ChannelAttention);

/// Gated depthwise-convolution feed-forward network: 1x1 to 2 e C, depthwise 3x3, split, GELU gate, 1x1 back;
/// e = 2.
class GatedFeedForwardImpl : public torch::nn::Module, public Packable {
public:
    explicit GatedFeedForwardImpl(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x); ///< [B,H,W,C]
    /// residual + forward(norm(residual)), [B,H,W,C] each.
    torch::Tensor addedTo(const torch::Tensor& residual, PackableLayerNorm& norm);
    void pack() override;

private:
    torch::Tensor gated(const torch::Tensor& wide); ///< [B,H,W,4C] -> [B,H,W,2C]

    PackableLinear m_in;
    torch::nn::Conv2d m_depthwise;
    PackableLinear m_out;
    torch::Tensor m_packedWeight,
        m_packedBias; ///< of the depthwise convolution, float; undefined until packed
};
TORCH_MODULE(GatedFeedForward);

} // namespace vertescore
