// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/encoders/EfficientNet.h"

#include "model/kernels/FusedOperations.h"
#include "model/kernels/KernelSet.h"

#include <algorithm>

namespace vertescore {
namespace {

using Stage = EfficientNetPlan::Stage;

struct BlockOptions {
    Stage stage; ///< stride and in are those of this block
    double epsilon = 1e-3;
    bool samePadding = false;
    double dropRate = 0;
};

/// Scales each channel by what its mean over the picture says. Squeezed to a quarter of the block's input
/// channels.
class SqueezeExcitationImpl : public torch::nn::Module, public Packable {
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
        if (m_packed) {
            torch::Tensor map = x.permute({0, 2, 3, 1}).contiguous(); // [B,H,W,C]
            fusedSqueezeExcitation(map, *m_packed);
            return map.permute({0, 3, 1, 2});
        }
        const torch::Tensor mean = x.mean({2, 3}, true);
        const torch::Tensor scale = torch::sigmoid(m_fc2->forward(torch::silu(m_fc1->forward(mean))));
        return x.requires_grad() ? x * scale : x.mul_(scale);
    }

    void pack() override {
        const std::int64_t channels = m_fc1->weight.size(1), squeezed = m_fc1->weight.size(0);
        if (channels % kHeadWidth != 0) return;
        const torch::Tensor wide = m_fc2->weight.detach().reshape({channels, squeezed});
        const std::int64_t missing = (kHeadWidth - squeezed % kHeadWidth) % kHeadWidth;
        m_packed = {m_fc1->weight.detach().reshape({squeezed, channels}).contiguous(), m_fc1->bias.detach(),
                    torch::constant_pad_nd(wide, {0, missing}).contiguous(), m_fc2->bias.detach()};
    }

private:
    torch::nn::Conv2d m_fc1;
    torch::nn::Conv2d m_fc2;
    std::optional<SqueezeWeights> m_packed;
};
TORCH_MODULE(SqueezeExcitation);

/// FusedMBConv or MBConv, with the residual where shapes allow.
class MobileBlockImpl : public torch::nn::Module {
public:
    explicit MobileBlockImpl(const BlockOptions& options)
        : m_dropRate(options.dropRate),
          m_isResidual(options.stage.stride == 1 && options.stage.in == options.stage.out),
          m_block(register_module("block", torch::nn::Sequential())) {
        m_last = options.stage.fused ? addFused(options) : addSeparable(options);
        if (m_isResidual) m_last->startAtZero();
    }

    torch::Tensor forward(const torch::Tensor& x) {
        if (m_first && !is_training())
            return m_first->passedTo(*m_last, x, m_isResidual ? x : torch::Tensor());
        if (!m_isResidual) return m_block->forward(x);
        if (is_training() && m_dropRate > 0) {
            const double kept = 1 - m_dropRate;
            const torch::Tensor y = m_block->forward(x);
            return y * torch::empty({x.size(0), 1, 1, 1}, y.options()).bernoulli_(kept).div_(kept) + x;
        }
        torch::Tensor y = x;
        for (auto layer = m_block->begin(); layer != m_block->end() - 1; ++layer)
            y = layer->forward(y);
        return m_last->addedTo(x, y);
    }

private:
    ConvNormAct add(const ConvNormActOptions& options) {
        ConvNormAct layer(options);
        m_block->push_back(layer);
        return layer;
    }

    ConvNormAct addFused(const BlockOptions& o) {
        const std::int64_t wide = o.stage.in * o.stage.expansion;
        ConvNormActOptions first{.in = o.stage.in,
                                 .out = wide,
                                 .kernel = o.stage.kernel,
                                 .stride = o.stage.stride,
                                 .samePadding = o.samePadding,
                                 .epsilon = o.epsilon};
        if (o.stage.expansion == 1) {
            first.out = o.stage.out;
            return add(first);
        }
        m_first = add(first);
        return addLast(o, wide);
    }

    ConvNormAct addSeparable(const BlockOptions& o) {
        const std::int64_t wide = o.stage.in * o.stage.expansion;
        if (o.stage.expansion != 1) add({.in = o.stage.in, .out = wide, .kernel = 1, .epsilon = o.epsilon});
        add({.in = wide,
             .out = wide,
             .kernel = o.stage.kernel,
             .stride = o.stage.stride,
             .groups = wide,
             .samePadding = o.samePadding,
             .epsilon = o.epsilon});
        m_block->push_back(SqueezeExcitation(wide, std::max<std::int64_t>(1, o.stage.in / 4)));
        return addLast(o, wide);
    }

    ConvNormAct addLast(const BlockOptions& o, std::int64_t wide) {
        return add({.in = wide,
                    .out = o.stage.out,
                    .kernel = 1,
                    .activation = Activation::None,
                    .epsilon = o.epsilon});
    }

    double m_dropRate;
    bool m_isResidual;
    torch::nn::Sequential m_block;
    ConvNormAct m_first{nullptr}; ///< of a block of two layers
    ConvNormAct m_last{nullptr};  ///< of the block
};
TORCH_MODULE(MobileBlock);

} // namespace

EfficientNetImpl::EfficientNetImpl(const EfficientNetPlan& plan, const EfficientNetOptions& options)
    : m_taps(plan.taps), m_features(register_module("features", torch::nn::ModuleList())),
      m_stem(ConvNormActOptions{.in = 3,
                                .out = plan.stemChannels,
                                .stride = 2,
                                .samePadding = options.samePadding,
                                .epsilon = plan.epsilon}) {
    m_features->push_back(m_stem);
    double total = 0;
    for (const Stage& stage : plan.stages)
        total += stage.blocks;
    int depth = 0;
    for (const Stage& stage : plan.stages) {
        torch::nn::Sequential blocks;
        for (int i = 0; i < stage.blocks; ++i, ++depth) {
            BlockOptions block{stage, plan.epsilon, options.samePadding,
                               options.stochasticDepth * depth / total};
            if (i > 0) block.stage.stride = 1;
            if (i > 0) block.stage.in = stage.out;
            blocks->push_back(MobileBlock(block));
        }
        m_features->push_back(blocks);
        m_stages.push_back(blocks);
    }
    for (std::size_t i = 0; i < m_taps.size(); ++i)
        m_channels[i] = plan.stages[m_taps[i]].out;
}

FeaturePyramid EfficientNetImpl::forward(const torch::Tensor& x) {
    checkInput(x);
    torch::Tensor y = m_stem->forward(x);
    FeaturePyramid maps;
    auto* map = maps.begin();
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        y = m_stages[i]->forward(y);
        if (map != maps.end() && m_taps[static_cast<std::size_t>(map - maps.begin())] == i) *map++ = y;
    }
    return maps;
}

EfficientNet efficientNetV2S(const EfficientNetOptions& options) {
    return EfficientNet(EfficientNetPlan{.stemChannels = 24,
                                         .epsilon = 1e-3,
                                         .stages = {{true, 1, 3, 1, 24, 24, 2},
                                                    {true, 4, 3, 2, 24, 48, 4},
                                                    {true, 4, 3, 2, 48, 64, 4},
                                                    {false, 4, 3, 2, 64, 128, 6},
                                                    {false, 6, 3, 1, 128, 160, 9},
                                                    {false, 6, 3, 2, 160, 256, 15}},
                                         .taps = {1, 2, 4, 5}},
                        options);
}

EfficientNet efficientNetB3(const EfficientNetOptions& options) {
    // torchvision trained its B3 with PyTorch's epsilon, TensorFlow's came with their own.
    return EfficientNet(EfficientNetPlan{.stemChannels = 40,
                                         .epsilon = options.samePadding ? 1e-3 : 1e-5,
                                         .stages = {{false, 1, 3, 1, 40, 24, 2},
                                                    {false, 6, 3, 2, 24, 32, 3},
                                                    {false, 6, 5, 2, 32, 48, 3},
                                                    {false, 6, 3, 2, 48, 96, 5},
                                                    {false, 6, 5, 1, 96, 136, 5},
                                                    {false, 6, 5, 2, 136, 232, 6},
                                                    {false, 6, 3, 1, 232, 384, 2}},
                                         .taps = {1, 2, 4, 6}},
                        options);
}

} // namespace vertescore
