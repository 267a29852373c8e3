// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/Attention.h"
#include "model/network/ConvNormAct.h"
#include "model/network/VerteNetOptions.h"

namespace vertescore {

/// Transformer block with dual-resolution attention: A = Attn(norm x, norm y) W + x, then GDFN(norm A) W' +
/// A. W follows the attention's own linear layer, and W' the GDFN's, with nothing between: each pair is one
/// layer here.
class DualResolutionBlockImpl : public torch::nn::Module {
public:
    DualResolutionBlockImpl(std::int64_t channels, const VerteNetOptions& options, bool isCross);
    torch::Tensor forward(const torch::Tensor& x,
                          const torch::Tensor& y); ///< [B,H,W,C]; y = x for self-attention

private:
    PackableLayerNorm m_normQuery, m_normKey{nullptr};
    DualResolutionAttention m_attention;
    PackableLayerNorm m_normFeed;
    GatedFeedForward m_feed;
};
TORCH_MODULE(DualResolutionBlock);

/// The same with channel attention, eq 13.
class ChannelBlockImpl : public torch::nn::Module {
public:
    explicit ChannelBlockImpl(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x); ///< [B,H,W,C]

private:
    PackableLayerNorm m_normAttention;
    ChannelAttention m_attention;
    PackableLayerNorm m_normFeed;
    GatedFeedForward m_feed;
};
TORCH_MODULE(ChannelBlock);

/// Multi-context fusion block, eqs 7-14, and its simpler variants (VerteNetOptions::decoder).
class McfbImpl : public torch::nn::Module {
public:
    McfbImpl(std::int64_t lowerChannels, std::int64_t skipChannels, const VerteNetOptions& options);
    /// lower: [B,lowerChannels,H/2,W/2] from below; skip: [B,skipChannels,H,W]. Returns [B,skipChannels,H,W].
    torch::Tensor forward(const torch::Tensor& lower, const torch::Tensor& skip);

private:
    torch::Tensor fused(const torch::Tensor& skip, const torch::Tensor& raised);

    DecoderKind m_kind;
    ConvNormAct m_raise;
    DualResolutionBlock m_selfSkip{nullptr}, m_selfRaised{nullptr}, m_crossSkip{nullptr},
        m_crossRaised{nullptr};
    PackableLinear m_join{nullptr};
    ChannelBlock m_channels{nullptr};
    ConvNormAct m_out;
};
TORCH_MODULE(Mcfb);

} // namespace vertescore
