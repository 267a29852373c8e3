// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/Attention.h"

#include "model/kernels/FeedForward.h"
#include "model/kernels/FusedOperations.h"
#include "model/kernels/KernelSet.h"

#include <cmath>
#include <limits>

namespace vertescore {
namespace {

struct Tiling {
    std::int64_t batch, height, width, window;
    std::int64_t rows, columns; ///< of tiles

    Tiling(const torch::Tensor& map, std::int64_t side)
        : batch(map.size(0)), height(map.size(1)), width(map.size(2)), window(side),
          rows((height + side - 1) / side), columns((width + side - 1) / side) {}
    bool isPadded() const { return rows * window != height || columns * window != width; }
};

/// [B,H,W,parts*C] -> [parts, B*tiles, heads, window*window, C/heads]
torch::Tensor cutIntoTiles(const torch::Tensor& map, const Tiling& t, std::int64_t parts,
                           std::int64_t heads) {
    torch::Tensor padded = map;
    if (t.isPadded())
        padded = torch::constant_pad_nd(
            map, {0, 0, 0, t.columns * t.window - t.width, 0, t.rows * t.window - t.height});
    const std::int64_t headChannels = map.size(3) / (parts * heads);
    return padded.view({t.batch, t.rows, t.window, t.columns, t.window, parts, heads, headChannels})
        .permute({5, 0, 1, 3, 6, 2, 4, 7})
        .reshape({parts, t.batch * t.rows * t.columns, heads, t.window * t.window, headChannels});
}

/// softmax(q k^T + mask) v. Tiles are small: with gradients the plain products are several times faster than
/// the fused kernel's backward pass, without them the fused kernel is.
torch::Tensor attended(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                       const std::optional<torch::Tensor>& mask) {
    if (!torch::GradMode::is_enabled()) {
        std::optional<torch::Tensor> fullMask;
        if (mask) fullMask = mask->expand({-1, -1, q.size(2), -1});
        return torch::scaled_dot_product_attention(q, k, v, fullMask, 0.0, false, 1.0);
    }
    torch::Tensor scores = torch::matmul(q, k.transpose(2, 3));
    if (mask) scores = scores + *mask;
    return torch::matmul(torch::softmax(scores, 3), v);
}

/// [B*tiles, heads, window*window, C/heads] -> [B,H,W,C]
torch::Tensor joinTiles(const torch::Tensor& tiles, const Tiling& t) {
    const std::int64_t heads = tiles.size(1);
    const std::int64_t headChannels = tiles.size(3);
    return tiles.reshape({t.batch, t.rows, t.columns, heads, t.window, t.window, headChannels})
        .permute({0, 1, 4, 2, 5, 3, 6})
        .reshape({t.batch, t.rows * t.window, t.columns * t.window, heads * headChannels})
        .narrow(1, 0, t.height)
        .narrow(2, 0, t.width);
}

/// Zero for tokens of the map, -infinity for padding, [B*tiles, 1, 1, window*window].
torch::Tensor paddingMask(const Tiling& t, const torch::TensorOptions& options) {
    const auto outside = [&](std::int64_t tiles, std::int64_t size) {
        return torch::arange(tiles * t.window, options.dtype(torch::kLong)).ge(size);
    };
    const torch::Tensor isPadding =
        outside(t.rows, t.height).unsqueeze(1).logical_or(outside(t.columns, t.width).unsqueeze(0));
    return torch::zeros(isPadding.sizes(), options)
        .masked_fill_(isPadding, -std::numeric_limits<float>::infinity())
        .view({t.rows, t.window, t.columns, t.window})
        .permute({0, 2, 1, 3})
        .reshape({1, t.rows * t.columns, 1, 1, t.window * t.window})
        .expand({t.batch, -1, -1, -1, -1})
        .reshape({t.batch * t.rows * t.columns, 1, 1, t.window * t.window});
}

torch::Tensor headScales(std::int64_t channels) {
    const std::int64_t headChannels = headChannelsOf(channels);
    return torch::full({channels / headChannels}, std::sqrt(static_cast<double>(headChannels)));
}

PackableLinear linear(std::int64_t in, std::int64_t out, bool bias) {
    PackableLinear layer(torch::nn::LinearOptions(in, out).bias(bias));
    torch::nn::init::xavier_uniform_(layer->weight);
    if (bias) torch::nn::init::zeros_(layer->bias);
    return layer;
}

/// The last layer of a residual branch: the block begins as the identity.
PackableLinear closingLinear(std::int64_t in, std::int64_t out) {
    PackableLinear layer = linear(in, out, true);
    torch::nn::init::zeros_(layer->weight);
    return layer;
}

torch::Tensor toChannelsFirst(const torch::Tensor& map) {
    return map.permute({0, 3, 1, 2});
}
torch::Tensor toChannelsLast(const torch::Tensor& map) {
    return map.permute({0, 2, 3, 1});
}

} // namespace

std::int64_t headChannelsOf(std::int64_t channels) {
    for (const std::int64_t size : {16, 8})
        if (channels % size == 0) return size;
    TORCH_CHECK(false, "channels must be a multiple of 8, got ", channels);
}

torch::Tensor windowAttention(const torch::Tensor& query, const torch::Tensor& keyValue,
                              const torch::Tensor& beta, std::int64_t window) {
    const Tiling tiling(query, window);
    const std::int64_t heads = beta.size(0);
    const torch::Tensor q = cutIntoTiles(query, tiling, 1, heads)[0] *
                            beta.reciprocal().to(query.scalar_type()).view({1, -1, 1, 1});
    const torch::Tensor kv = cutIntoTiles(keyValue, tiling, 2, heads);
    std::optional<torch::Tensor> mask;
    if (tiling.isPadded()) mask = paddingMask(tiling, q.options().requires_grad(false));
    return joinTiles(attended(q, kv[0], kv[1], mask), tiling);
}

DualResolutionAttentionImpl::DualResolutionAttentionImpl(std::int64_t channels, std::int64_t reduction,
                                                         std::int64_t window)
    : m_reduction(reduction), m_window(window),
      m_queryHigh(register_module("query_high", linear(channels, channels, false))),
      m_keyValueHigh(register_module("key_value_high", linear(channels, 2 * channels, false))),
      m_queryLow(register_module("query_low", linear(channels, channels, false))),
      m_keyValueLow(register_module("key_value_low", linear(channels, 2 * channels, false))),
      m_betaHigh(register_parameter("beta_high", headScales(channels))),
      m_betaLow(register_parameter("beta_low", headScales(channels))),
      m_upsample(register_module(
          "upsample",
          torch::nn::ConvTranspose2d(
              torch::nn::ConvTranspose2dOptions(channels, channels, reduction).stride(reduction)))),
      m_project(register_module("project", closingLinear(2 * channels, channels))) {}

torch::Tensor DualResolutionAttentionImpl::attended(const torch::Tensor& query, const torch::Tensor& keyValue,
                                                    const torch::Tensor& beta) const {
    return m_packedHigh && headChannelsOf(query.size(3)) == kHeadWidth
               ? fusedWindowAttention(query, keyValue, beta, m_window)
               : windowAttention(query, keyValue, beta, m_window);
}

torch::Tensor DualResolutionAttentionImpl::addedTo(const torch::Tensor& residual, const torch::Tensor& x,
                                                   const torch::Tensor& y) {
    TORCH_CHECK(x.dim() == 4 && x.sizes() == y.sizes(), "attention takes two [B,H,W,C] of one shape");
    const auto pooled = [&](const torch::Tensor& map) {
        return toChannelsLast(
            torch::avg_pool2d(toChannelsFirst(map), m_reduction, m_reduction, 0, true, false));
    };
    const torch::Tensor high = attended(m_queryHigh(x), m_keyValueHigh(y), m_betaHigh);
    const torch::Tensor lowX = pooled(x);
    const torch::Tensor lowY = x.is_same(y) ? lowX : pooled(y);
    const torch::Tensor low = attended(m_queryLow(lowX), m_keyValueLow(lowY), m_betaLow);
    if (m_packedHigh) {
        torch::Tensor out = m_packedHigh->addedTo(residual, high);
        fusedRaise(out, m_packedLow(low), m_reduction);
        return out;
    }
    const torch::Tensor raised =
        toChannelsLast(m_upsample(toChannelsFirst(low))).narrow(1, 0, x.size(1)).narrow(2, 0, x.size(2));
    return m_project->addedTo(residual, torch::cat({high, raised}, 3));
}

void DualResolutionAttentionImpl::pack() {
    const std::int64_t channels = m_project->weight.size(0);
    if (channels % kHeadWidth != 0) return;
    const torch::NoGradGuard noGrad;
    const torch::ScalarType type = m_project->weight.scalar_type();
    const auto packed = [&](const torch::Tensor& weight, const torch::Tensor& bias) {
        PackableLinear layer(torch::nn::LinearOptions(weight.size(1), weight.size(0)).bias(bias.defined()));
        layer->weight.set_data(weight.to(type).contiguous());
        if (bias.defined()) layer->bias.set_data(bias.to(type));
        layer->pack();
        return layer;
    };
    const auto halves = m_project->weight.to(torch::kFloat).chunk(2, 1);
    const torch::Tensor up = m_upsample->weight.to(torch::kFloat); // [in, out, r, r]
    const torch::Tensor low = torch::einsum("co,ioyx->yxci", {halves[1], up});
    m_packedLow = packed(low.reshape({-1, channels}), {});
    m_packedHigh = packed(halves[0], m_project->bias.to(torch::kFloat) +
                                         torch::mv(halves[1], m_upsample->bias.to(torch::kFloat)));
}

ChannelAttentionImpl::ChannelAttentionImpl(std::int64_t channels)
    : m_queryKeyValue(register_module("query_key_value", linear(channels, 3 * channels, false))),
      m_beta(register_parameter("beta", torch::ones({1}))),
      m_project(register_module("project", closingLinear(channels, channels))) {}

torch::Tensor ChannelAttentionImpl::mixing(const torch::Tensor& tokens) const {
    const c10::impl::ExcludeDispatchKeyGuard inFullPrecision(c10::autocast_dispatch_keyset);
    const auto wide = [type = c10::promoteTypes(tokens.scalar_type(), torch::kFloat)](
                          const torch::Tensor& t) { return t.to(type); };
    const auto parts = wide(m_queryKeyValue->weight).chunk(3, 0); // query, key, value; [C,C] each
    // Packed, the products of the map with itself are rounded to the map's own type.
    const torch::Tensor map = m_packedBias.defined() ? tokens : wide(tokens);
    const torch::Tensor gram = wide(torch::bmm(map.transpose(1, 2), map)); // [B,C,C]
    const torch::Tensor query = torch::matmul(parts[0], gram);
    const torch::Tensor key = torch::matmul(parts[1], gram);
    const auto lengths = [](const torch::Tensor& half, const torch::Tensor& weight) {
        return (half * weight).sum(2).clamp_min(1e-12).sqrt(); // [B,C]
    };
    const torch::Tensor cosine = torch::matmul(query, parts[1].t()) / (lengths(query, parts[0]).unsqueeze(2) *
                                                                       lengths(key, parts[1]).unsqueeze(1));
    const torch::Tensor share = torch::softmax(cosine / wide(m_beta), 2);
    return torch::matmul(wide(m_project->weight), torch::matmul(share, parts[2]));
}

torch::Tensor ChannelAttentionImpl::addedTo(const torch::Tensor& residual, const torch::Tensor& x) {
    const torch::Tensor tokens = x.reshape({x.size(0), -1, x.size(3)}); // [B,HW,C]
    torch::Tensor mixed = torch::bmm(tokens, mixing(tokens).to(x.scalar_type()).transpose(1, 2));
    if (m_packedBias.defined()) {
        mixed = mixed.view(x.sizes());
        fusedAdd(mixed, residual.contiguous(), m_packedBias);
        return mixed;
    }
    return residual + (mixed + m_project->bias).view(x.sizes());
}

void ChannelAttentionImpl::pack() {
    if (m_project->bias.size(0) % kHeadWidth == 0)
        m_packedBias = m_project->bias.detach().to(torch::kFloat).contiguous();
}

GatedFeedForwardImpl::GatedFeedForwardImpl(std::int64_t channels)
    : m_in(register_module("in", linear(channels, 4 * channels, true))),
      m_depthwise(register_module(
          "depthwise",
          torch::nn::Conv2d(
              torch::nn::Conv2dOptions(4 * channels, 4 * channels, 3).padding(1).groups(4 * channels)))),
      m_out(register_module("out", closingLinear(2 * channels, channels))) {}

torch::Tensor GatedFeedForwardImpl::gated(const torch::Tensor& wide) {
    if (m_packedWeight.defined()) return fusedGatedDepthwise(wide, m_packedWeight, m_packedBias);
    const auto halves = toChannelsLast(m_depthwise(toChannelsFirst(wide))).chunk(2, 3);
    return torch::gelu(halves[0]) * halves[1];
}

torch::Tensor GatedFeedForwardImpl::forward(const torch::Tensor& x) {
    return m_out(gated(m_in(x)));
}

torch::Tensor GatedFeedForwardImpl::addedTo(const torch::Tensor& residual, PackableLayerNorm& norm) {
    if (m_packedWeight.defined() && m_in->tiled() && m_out->tiled() && norm->isPacked())
        return fusedFeedForward(residual.contiguous(),
                                {*norm, *m_in->tiled(), m_packedWeight, m_packedBias, *m_out->tiled()});
    return m_out->addedTo(residual, gated(m_in(norm(residual))));
}

void GatedFeedForwardImpl::pack() {
    const std::int64_t wide = m_depthwise->weight.size(0);
    if (wide % (2 * kHeadWidth) != 0) return;
    m_packedWeight = depthwiseWeightOf(m_depthwise->weight);
    m_packedBias = m_depthwise->bias.detach().to(torch::kFloat).contiguous();
}

} // namespace vertescore
