// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/encoders/ResNet34.h"

namespace vertescore {
namespace {

constexpr std::int64_t kStemChannels = 64;
constexpr std::array<int, 4> kBlocks{3, 4, 6, 3};
constexpr std::array<std::int64_t, 4> kChannels{64, 128, 256, 512};
constexpr double kEpsilon = 1e-5;

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride) {
    torch::nn::Conv2d layer(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
    torch::nn::init::kaiming_normal_(layer->weight, 0, torch::kFanOut, torch::kReLU);
    return layer;
}

torch::nn::BatchNorm2d normalisation(std::int64_t channels) {
    return torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(channels).eps(kEpsilon));
}

/// Two 3x3 convolutions beside a shortcut.
class BasicBlockImpl : public torch::nn::Module, public Foldable {
public:
    BasicBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride)
        : m_conv1(register_module("conv1", convolution(in, out, 3, stride))),
          m_norm1(register_module("bn1", normalisation(out))),
          m_conv2(register_module("conv2", convolution(out, out, 3, 1))),
          m_norm2(register_module("bn2", normalisation(out))) {
        torch::nn::init::zeros_(m_norm2->weight); // each block begins as its shortcut
        if (stride == 1 && in == out) return;
        m_shortcut =
            register_module("downsample", ConvNormAct(ConvNormActOptions{.in = in,
                                                                         .out = out,
                                                                         .kernel = 1,
                                                                         .stride = stride,
                                                                         .activation = Activation::None,
                                                                         .epsilon = kEpsilon}));
    }

    torch::Tensor forward(const torch::Tensor& x) {
        torch::Tensor y = m_conv1->forward(x);
        if (m_norm1) y = m_norm1->forward(y);
        y = m_conv2->forward(torch::relu(y));
        if (m_norm2) y = m_norm2->forward(y);
        return torch::relu(y + (m_shortcut ? m_shortcut->forward(x) : x));
    }

    void fold() override {
        if (!m_norm1) return;
        m_conv1 = replace_module("conv1", foldedConvolution(m_conv1, m_norm1));
        m_conv2 = replace_module("conv2", foldedConvolution(m_conv2, m_norm2));
        unregister_module("bn1");
        unregister_module("bn2");
        m_norm1 = nullptr;
        m_norm2 = nullptr;
    }

private:
    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_norm1;
    torch::nn::Conv2d m_conv2;
    torch::nn::BatchNorm2d m_norm2;
    ConvNormAct m_shortcut{nullptr};
};
TORCH_MODULE(BasicBlock);

} // namespace

ResNet34Impl::ResNet34Impl()
    : m_conv(register_module("conv1", convolution(3, kStemChannels, 7, 2))),
      m_norm(register_module("bn1", normalisation(kStemChannels))) {
    std::int64_t in = kStemChannels;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const std::int64_t out = kChannels[i];
        for (int block = 0; block < kBlocks[i]; ++block) {
            m_layers[i]->push_back(BasicBlock(in, out, block == 0 && i > 0 ? 2 : 1));
            in = out;
        }
        register_module("layer" + std::to_string(i + 1), m_layers[i]);
    }
}

FeaturePyramid ResNet34Impl::forward(const torch::Tensor& x) {
    checkInput(x);
    torch::Tensor y = m_conv->forward(x);
    if (m_norm) y = m_norm->forward(y);
    y = torch::max_pool2d(torch::relu(y), 3, 2, 1);
    FeaturePyramid maps;
    for (std::size_t i = 0; i < maps.size(); ++i)
        maps[i] = y = m_layers[i]->forward(y);
    return maps;
}

std::array<std::int64_t, 4> ResNet34Impl::channels() const {
    return kChannels;
}

void ResNet34Impl::fold() {
    if (!m_norm) return;
    m_conv = replace_module("conv1", foldedConvolution(m_conv, m_norm));
    unregister_module("bn1");
    m_norm = nullptr;
}

} // namespace vertescore
