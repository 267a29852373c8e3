// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/Heads.h"

namespace vertescore {
namespace {

constexpr std::int64_t kHidden = 256;
constexpr std::int64_t kCentreKernel = 3;
constexpr std::int64_t kCornerKernel = 7;
constexpr double kHeatmapBias =
    -2.19; // sigmoid 0.1: keeps the many empty cells from drowning the first steps

struct HeadOptions {
    std::int64_t firstKernel = 3;
    std::int64_t lastKernel = 1;
    std::int64_t out = 1;
    double lastBias = 0;
};

torch::nn::Sequential head(std::int64_t channels, const HeadOptions& o) {
    const auto conv = [](std::int64_t in, std::int64_t out, std::int64_t kernel) {
        return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).padding(kernel / 2));
    };
    torch::nn::Conv2d first = conv(channels, kHidden, o.firstKernel);
    torch::nn::Conv2d last = conv(kHidden, o.out, o.lastKernel);
    torch::nn::init::kaiming_normal_(first->weight, 0, torch::kFanIn, torch::kReLU);
    torch::nn::init::zeros_(first->bias);
    torch::nn::init::normal_(last->weight, 0, 0.001);
    torch::nn::init::constant_(last->bias, o.lastBias);
    return torch::nn::Sequential(first, torch::nn::ReLU(), last);
}

/// Squares of side 2 reach + 1 around the cells, zero outside the map: [B*K, C, side, side].
torch::Tensor patchesAround(const torch::Tensor& features, const torch::Tensor& cells, std::int64_t reach) {
    const torch::Tensor padded =
        torch::constant_pad_nd(features, {reach, reach, reach, reach}).permute({0, 2, 3, 1}); // [B,h,w,C]
    const std::int64_t side = 2 * reach + 1;
    const std::int64_t batch = cells.size(0);
    const torch::Tensor step = torch::arange(side, cells.options());
    const torch::Tensor rows = cells.select(2, 1).reshape({-1, 1, 1}) + step.view({1, -1, 1}); // [B*K,side,1]
    const torch::Tensor columns =
        cells.select(2, 0).reshape({-1, 1, 1}) + step.view({1, 1, -1}); // [B*K,1,side]
    const torch::Tensor pictures =
        torch::arange(batch, cells.options()).repeat_interleave(cells.size(1)).view({-1, 1, 1});
    return padded.index({pictures, rows, columns}).permute({0, 3, 1, 2});
}

/// One where a hidden value of the patch lies on the map, [B*K, 1, side, side].
torch::Tensor insideMap(const torch::Tensor& features, const torch::Tensor& cells, std::int64_t reach) {
    const torch::Tensor step = torch::arange(-reach, reach + 1, cells.options());
    const auto inside = [&](int axis, std::int64_t size) {
        const torch::Tensor place = cells.select(2, axis).reshape({-1, 1}) + step; // [B*K,side]
        return place.ge(0).logical_and(place.lt(size));
    };
    return inside(1, features.size(2))
        .unsqueeze(2)
        .logical_and(inside(0, features.size(3)).unsqueeze(1))
        .unsqueeze(1)
        .to(features.scalar_type());
}

/// A two-layer head at the asked cells: both convolutions without padding, on just the squares that they
/// need.
torch::Tensor headAt(torch::nn::Sequential& layers, const torch::Tensor& features,
                     const torch::Tensor& cells) {
    TORCH_CHECK(cells.dim() == 3 && cells.size(2) == 2 && cells.size(0) == features.size(0),
                "cells must be [B,K,2], got ", cells.sizes());
    const auto first = layers->ptr<torch::nn::Conv2dImpl>(0);
    const auto last = layers->ptr<torch::nn::Conv2dImpl>(2);
    const std::int64_t firstReach = first->weight.size(2) / 2;
    const std::int64_t lastReach = last->weight.size(2) / 2;
    const torch::Tensor patches = patchesAround(features, cells, firstReach + lastReach);
    torch::Tensor hidden = torch::relu(torch::conv2d(patches, first->weight, first->bias));
    // The dense head pads its hidden layer with zeros; what the first layer computes beyond the map must not
    // leak in.
    if (lastReach > 0) hidden = hidden * insideMap(features, cells, lastReach);
    const torch::Tensor out = torch::conv2d(hidden, last->weight, last->bias);
    return out.view({cells.size(0), cells.size(1), out.size(1)});
}

} // namespace

HeadsImpl::HeadsImpl(std::int64_t channels, bool hasLevelHead)
    : m_heatmap(register_module("heatmap", head(channels, {3, 1, 1, kHeatmapBias}))),
      m_centreOffset(register_module("centre_offset", head(channels, {kCentreKernel, 1, 2, 0.5}))),
      m_cornerOffset(register_module("corner_offset", head(channels, {kCornerKernel, kCornerKernel, 8, 0}))) {
    if (hasLevelHead) m_level = register_module("level", head(channels, {3, 1, kLevelClasses, 0}));
}

torch::Tensor HeadsImpl::heatmapLogits(const torch::Tensor& features) {
    if (!m_packedHeatmap) return m_heatmap->forward(features);
    return m_packedHeatmap->passedTo(*m_packedHeatmapLast, features);
}

void HeadsImpl::pack() {
    m_packedHeatmap.emplace(*m_heatmap->ptr<torch::nn::Conv2dImpl>(0), Activation::Relu);
    m_packedHeatmapLast.emplace(*m_heatmap->ptr<torch::nn::Conv2dImpl>(2), Activation::None);
}

CellOffsets HeadsImpl::offsetsAt(const torch::Tensor& features, const torch::Tensor& cells) {
    return {headAt(m_centreOffset, features, cells), headAt(m_cornerOffset, features, cells)};
}

torch::Tensor HeadsImpl::levelLogitsAt(const torch::Tensor& features, const torch::Tensor& cells) {
    return m_level ? headAt(m_level, features, cells) : torch::Tensor();
}

std::pair<torch::Tensor, torch::Tensor> HeadsImpl::denseOffsets(const torch::Tensor& features) {
    return {m_centreOffset->forward(features), m_cornerOffset->forward(features)};
}

void HeadsImpl::scaleCornerOffsets(double factor) {
    const torch::NoGradGuard noGrad;
    const auto last = m_cornerOffset->ptr<torch::nn::Conv2dImpl>(2);
    last->weight.mul_(factor);
    last->bias.mul_(factor);
}

} // namespace vertescore
