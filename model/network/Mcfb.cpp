// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/Mcfb.h"

namespace vertescore {
namespace {

PackableLayerNorm channelNorm(std::int64_t channels) {
    return PackableLayerNorm(torch::nn::LayerNormOptions({channels}));
}

ConvNormActOptions relu3x3(std::int64_t in, std::int64_t out) {
    return {.in = in, .out = out, .activation = Activation::Relu};
}

} // namespace

DualResolutionBlockImpl::DualResolutionBlockImpl(std::int64_t channels, const VerteNetOptions& options,
                                                 bool isCross)
    : m_normQuery(register_module("norm_query", channelNorm(channels))),
      m_attention(
          register_module("attention", DualResolutionAttention(channels, options.reduction, options.window))),
      m_normFeed(register_module("norm_feed", channelNorm(channels))),
      m_feed(register_module("feed", GatedFeedForward(channels))) {
    if (isCross) m_normKey = register_module("norm_key", channelNorm(channels));
}

torch::Tensor DualResolutionBlockImpl::forward(const torch::Tensor& x, const torch::Tensor& y) {
    const torch::Tensor query = m_normQuery(x);
    const torch::Tensor attended = m_attention->addedTo(x, query, m_normKey ? m_normKey(y) : query);
    return m_feed->addedTo(attended, m_normFeed);
}

ChannelBlockImpl::ChannelBlockImpl(std::int64_t channels)
    : m_normAttention(register_module("norm_attention", channelNorm(channels))),
      m_attention(register_module("attention", ChannelAttention(channels))),
      m_normFeed(register_module("norm_feed", channelNorm(channels))),
      m_feed(register_module("feed", GatedFeedForward(channels))) {}

torch::Tensor ChannelBlockImpl::forward(const torch::Tensor& x) {
    const torch::Tensor attended = m_attention->addedTo(x, m_normAttention(x));
    return m_feed->addedTo(attended, m_normFeed);
}

McfbImpl::McfbImpl(std::int64_t lowerChannels, std::int64_t skipChannels, const VerteNetOptions& options)
    : m_kind(options.decoder),
      m_raise(register_module("raise", ConvNormAct(relu3x3(lowerChannels, skipChannels)))),
      m_out(register_module("out", ConvNormAct(relu3x3(2 * skipChannels, skipChannels)))) {
    const auto block = [&](const char* name, bool isCross) {
        return register_module(name, DualResolutionBlock(skipChannels, options, isCross));
    };
    if (m_kind == DecoderKind::Drsa || m_kind == DecoderKind::Mcfb) {
        m_selfSkip = block("self_skip", false);
        m_selfRaised = block("self_raised", false);
    }
    if (m_kind == DecoderKind::Drca || m_kind == DecoderKind::Mcfb) {
        m_crossSkip = block("cross_skip", true);
        m_crossRaised = block("cross_raised", true);
    }
    if (m_kind == DecoderKind::Mcfb) {
        m_join = register_module("join", PackableLinear(2 * skipChannels, 2 * skipChannels));
        // Every block begins as the identity, so an untrained mcfb computes just what `simple` does: training
        // may begin with the cheap decoder and grow into this one.
        torch::nn::init::eye_(m_join->weight);
        torch::nn::init::zeros_(m_join->bias);
        m_channels = register_module("channels", ChannelBlock(2 * skipChannels));
    }
}

torch::Tensor McfbImpl::fused(const torch::Tensor& skip, const torch::Tensor& raised) {
    torch::Tensor fromSkip = skip;     // [B,H,W,C]
    torch::Tensor fromRaised = raised; // [B,H,W,C]
    if (m_selfSkip) {
        fromSkip = m_selfSkip(fromSkip, fromSkip);
        fromRaised = m_selfRaised(fromRaised, fromRaised);
    }
    if (m_crossSkip) {
        const torch::Tensor skipBefore = fromSkip;
        fromSkip = m_crossSkip(fromSkip, fromRaised);
        fromRaised = m_crossRaised(fromRaised, skipBefore);
    }
    const torch::Tensor both = torch::cat({fromSkip, fromRaised}, 3);
    return m_channels ? m_channels(m_join(both)) : both;
}

torch::Tensor McfbImpl::forward(const torch::Tensor& lower, const torch::Tensor& skip) {
    const torch::Tensor larger = torch::upsample_bilinear2d(lower, skip.sizes().slice(2), false);
    const torch::Tensor raised = m_raise(larger);
    return m_out(fused(skip.permute({0, 2, 3, 1}), raised.permute({0, 2, 3, 1})).permute({0, 3, 1, 2}));
}

} // namespace vertescore
