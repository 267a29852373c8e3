// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/ConvNormAct.h"
#include "model/network/encoders/FeatureEncoder.h"

namespace vertescore {

/// ResNet-34 without its classifier (He et al. 2016, Table 1); 21.28 M parameters; maps of 64, 128, 256 and
/// 512 channels. Names are torchvision's and timm's ("layer1.0.conv1.weight"). With the `simple` decoder it
/// is GuideNet.
class ResNet34Impl : public FeatureEncoder, public Foldable {
public:
    ResNet34Impl();
    FeaturePyramid forward(const torch::Tensor& x) override;
    std::array<std::int64_t, 4> channels() const override;
    void fold() override;

private:
    torch::nn::Conv2d m_conv;
    torch::nn::BatchNorm2d m_norm;
    std::array<torch::nn::Sequential, 4> m_layers;
};

} // namespace vertescore
