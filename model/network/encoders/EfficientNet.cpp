// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/encoders/EfficientNet.h"

#include <algorithm>

namespace vertescore {
namespace {

constexpr std::int64_t kStemChannels = 24;

struct Stage {
    bool fused = false; ///< one 3x3 convolution in place of 1x1 and depthwise 3x3
    std::int64_t expansion = 1;
    std::int64_t stride = 1;
    std::int64_t in = 0;
    std::int64_t out = 0;
    int blocks = 0;
};

constexpr std::array<Stage, 6> kStages{{{true, 1, 1, 24, 24, 2},
                                        {true, 4, 2, 24, 48, 4},
                                        {true, 4, 2, 48, 64, 4},
                                        {false, 4, 2, 64, 128, 6},
                                        {false, 6, 1, 128, 160, 9},
                                        {false, 6, 2, 160, 256, 15}}};

struct BlockOptions {
    Stage stage; ///< stride and in are those of this block
    bool samePadding = false;
    double dropRate = 0;
};

/// Scales each channel by what its mean over the picture says. Squeezed to a quarter of the block's input
/// channels.
class SqueezeExcitationImpl : public torch::nn::Module {
public:
    SqueezeExcitationImpl(std::int64_t channels, std::int64_t squeezed)
        : m_fc1(register_module("fc1", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, squeezed, 1)))),
          m_fc2(register_module("fc2", torch::nn::Conv2d(torch::nn::Conv2dOptions(squeezed, channels, 1)))) {
        for (torch::nn::Conv2d* layer : {&m_fc1, &m_fc2}) {
            torch::nn::init::kaiming_normal_((*layer)->weight, 0, torch::kFanOut, torch::kReLU);
            torch::nn::init::zeros_((*layer)->bias);
        }
    }

    torch::Tensor forward(const torch::Tensor& x) {
        const torch::Tensor mean = x.mean({2, 3}, true);
        const torch::Tensor scale = torch::sigmoid(m_fc2->forward(torch::silu(m_fc1->forward(mean))));
        return x.requires_grad() ? x * scale : x.mul_(scale);
    }

private:
    torch::nn::Conv2d m_fc1;
    torch::nn::Conv2d m_fc2;
};
TORCH_MODULE(SqueezeExcitation);

/// FusedMBConv or MBConv, with the residual where shapes allow.
class MobileBlockImpl : public torch::nn::Module {
public:
    explicit MobileBlockImpl(const BlockOptions& options)
        : m_dropRate(options.dropRate),
          m_isResidual(options.stage.stride == 1 && options.stage.in == options.stage.out),
          m_block(register_module("block", torch::nn::Sequential())) {
        ConvNormAct last = options.stage.fused ? addFused(options) : addSeparable(options);
        if (m_isResidual) last->startAtZero();
    }

    torch::Tensor forward(const torch::Tensor& x) {
        torch::Tensor y = m_block->forward(x);
        if (!m_isResidual) return y;
        if (is_training() && m_dropRate > 0) {
            const double kept = 1 - m_dropRate;
            y = y * torch::empty({x.size(0), 1, 1, 1}, y.options()).bernoulli_(kept).div_(kept);
        }
        return y.requires_grad() ? y + x : y.add_(x);
    }

private:
    ConvNormAct add(const ConvNormActOptions& options) {
        ConvNormAct layer(options);
        m_block->push_back(layer);
        return layer;
    }

    ConvNormAct addFused(const BlockOptions& o) {
        const std::int64_t wide = o.stage.in * o.stage.expansion;
        ConvNormActOptions first{
            .in = o.stage.in, .out = wide, .stride = o.stage.stride, .samePadding = o.samePadding};
        if (o.stage.expansion == 1) {
            first.out = o.stage.out;
            return add(first);
        }
        add(first);
        return add({.in = wide, .out = o.stage.out, .kernel = 1, .activation = Activation::None});
    }

    ConvNormAct addSeparable(const BlockOptions& o) {
        const std::int64_t wide = o.stage.in * o.stage.expansion;
        add({.in = o.stage.in, .out = wide, .kernel = 1});
        add({.in = wide,
             .out = wide,
             .stride = o.stage.stride,
             .groups = wide,
             .samePadding = o.samePadding});
        m_block->push_back(SqueezeExcitation(wide, std::max<std::int64_t>(1, o.stage.in / 4)));
        return add({.in = wide, .out = o.stage.out, .kernel = 1, .activation = Activation::None});
    }

    double m_dropRate;
    bool m_isResidual;
    torch::nn::Sequential m_block;
};
TORCH_MODULE(MobileBlock);

} // namespace

EfficientNetV2SImpl::EfficientNetV2SImpl(const EfficientNetV2Options& options)
    : m_features(register_module("features", torch::nn::ModuleList())),
      m_stem(ConvNormActOptions{
          .in = 3, .out = kStemChannels, .stride = 2, .samePadding = options.samePadding}) {
    m_features->push_back(m_stem);
    double total = 0;
    for (const Stage& stage : kStages)
        total += stage.blocks;
    int depth = 0;
    for (const Stage& stage : kStages) {
        torch::nn::Sequential blocks;
        for (int i = 0; i < stage.blocks; ++i, ++depth) {
            BlockOptions block{stage, options.samePadding, options.stochasticDepth * depth / total};
            if (i > 0) block.stage.stride = 1;
            if (i > 0) block.stage.in = stage.out;
            blocks->push_back(MobileBlock(block));
        }
        m_features->push_back(blocks);
        m_stages.push_back(blocks);
    }
}

FeaturePyramid EfficientNetV2SImpl::forward(const torch::Tensor& x) {
    TORCH_CHECK(x.dim() == 4 && x.size(1) == 3, "the encoder takes [B,3,H,W], got ", x.sizes());
    TORCH_CHECK(x.size(2) % kInputMultiple == 0 && x.size(3) % kInputMultiple == 0,
                "the encoder's input sides must be multiples of ", kInputMultiple, ", got ", x.sizes());
    torch::Tensor y = m_stages[0]->forward(m_stem->forward(x)); // stride 2
    FeaturePyramid maps;
    maps[0] = y = m_stages[1]->forward(y);
    maps[1] = y = m_stages[2]->forward(y);
    y = m_stages[3]->forward(y);
    maps[2] = y = m_stages[4]->forward(y);
    maps[3] = m_stages[5]->forward(y);
    return maps;
}

std::shared_ptr<FeatureEncoder> makeEncoder(const VerteNetOptions& options, double stochasticDepth) {
    switch (options.encoder) {
    case EncoderKind::EfficientNetV2S:
        return std::make_shared<EfficientNetV2SImpl>(
            EfficientNetV2Options{options.samePadding, stochasticDepth});
    }
    TORCH_CHECK(false, "unknown encoder");
}

} // namespace vertescore
