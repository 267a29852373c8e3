// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/Attention.h"

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

torch::nn::Linear linear(std::int64_t in, std::int64_t out, bool bias) {
    torch::nn::Linear layer(torch::nn::LinearOptions(in, out).bias(bias));
    torch::nn::init::xavier_uniform_(layer->weight);
    if (bias) torch::nn::init::zeros_(layer->bias);
    return layer;
}

/// The last layer of a residual branch: the block begins as the identity.
torch::nn::Linear closingLinear(std::int64_t in, std::int64_t out) {
    torch::nn::Linear layer = linear(in, out, true);
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

torch::Tensor DualResolutionAttentionImpl::forward(const torch::Tensor& x, const torch::Tensor& y) {
    TORCH_CHECK(x.dim() == 4 && x.sizes() == y.sizes(), "attention takes two [B,H,W,C] of one shape");
    const auto pooled = [&](const torch::Tensor& map) {
        return toChannelsLast(
            torch::avg_pool2d(toChannelsFirst(map), m_reduction, m_reduction, 0, true, false));
    };
    const torch::Tensor high = windowAttention(m_queryHigh(x), m_keyValueHigh(y), m_betaHigh, m_window);
    const torch::Tensor lowX = pooled(x);
    const torch::Tensor lowY = x.is_same(y) ? lowX : pooled(y);
    const torch::Tensor low = windowAttention(m_queryLow(lowX), m_keyValueLow(lowY), m_betaLow, m_window);
    const torch::Tensor raised =
        toChannelsLast(m_upsample(toChannelsFirst(low))).narrow(1, 0, x.size(1)).narrow(2, 0, x.size(2));
    return m_project(torch::cat({high, raised}, 3));
}

ChannelAttentionImpl::ChannelAttentionImpl(std::int64_t channels)
    : m_queryKeyValue(register_module("query_key_value", linear(channels, 3 * channels, false))),
      m_beta(register_parameter("beta", torch::ones({1}))),
      m_project(register_module("project", closingLinear(channels, channels))) {}

torch::Tensor ChannelAttentionImpl::forward(const torch::Tensor& x) {
    const std::int64_t tokens = x.size(1) * x.size(2);
    const std::int64_t channels = x.size(3);
    const auto parts =
        m_queryKeyValue(x).view({x.size(0), tokens, 3 * channels}).chunk(3, 2); // [B,HW,C] each
    const torch::ScalarType wide = c10::promoteTypes(x.scalar_type(), torch::kFloat);
    const auto lengths = [wide](const torch::Tensor& t) {
        return torch::linalg_vector_norm(t, 2, {1}, false, wide).clamp_min(1e-6); // [B,C]
    };
    const torch::Tensor alike = torch::bmm(parts[0].transpose(1, 2), parts[1]).to(wide); // query x key
    const torch::Tensor cosine = alike / (lengths(parts[0]).unsqueeze(2) * lengths(parts[1]).unsqueeze(1));
    const torch::Tensor weights = torch::softmax(cosine / m_beta, 2).to(x.scalar_type());
    return m_project(torch::bmm(parts[2], weights.transpose(1, 2)).view(x.sizes()));
}

GatedFeedForwardImpl::GatedFeedForwardImpl(std::int64_t channels)
    : m_in(register_module("in", linear(channels, 4 * channels, true))),
      m_depthwise(register_module(
          "depthwise",
          torch::nn::Conv2d(
              torch::nn::Conv2dOptions(4 * channels, 4 * channels, 3).padding(1).groups(4 * channels)))),
      m_out(register_module("out", closingLinear(2 * channels, channels))) {}

torch::Tensor GatedFeedForwardImpl::forward(const torch::Tensor& x) {
    const torch::Tensor wide = toChannelsLast(m_depthwise(toChannelsFirst(m_in(x))));
    const auto halves = wide.chunk(2, 3);
    return m_out(torch::gelu(halves[0]) * halves[1]);
}

} // namespace vertescore
