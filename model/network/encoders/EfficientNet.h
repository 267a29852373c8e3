// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/ConvNormAct.h"
#include "model/network/encoders/FeatureEncoder.h"

#include <vector>

namespace vertescore {

struct EfficientNetV2Options {
    bool samePadding = false;
    double stochasticDepth =
        0.0; ///< of the last block; earlier ones in proportion to their depth. Training only.
};

/// EfficientNetV2-S without its last 1x1 convolution and classifier (Tan & Le 2021, Table 4); 19.85 M
/// parameters. Names are those of torchvision's efficientnet_v2_s ("features.2.0.block.0.0.weight"). Batch
/// normalisation eps 1e-3.
class EfficientNetV2SImpl : public FeatureEncoder {
public:
    explicit EfficientNetV2SImpl(const EfficientNetV2Options& options = {});
    FeaturePyramid forward(const torch::Tensor& x) override;
    std::array<std::int64_t, 4> channels() const override { return {48, 64, 160, 256}; }

private:
    torch::nn::ModuleList m_features;
    ConvNormAct m_stem{nullptr};
    std::vector<torch::nn::Sequential> m_stages;
};
TORCH_MODULE(EfficientNetV2S);

} // namespace vertescore
