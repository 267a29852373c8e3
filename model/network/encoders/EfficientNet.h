// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/ConvNormAct.h"
#include "model/network/encoders/FeatureEncoder.h"

#include <vector>

namespace vertescore {

struct EfficientNetOptions {
    bool samePadding = false; ///< as in the models that came from TensorFlow
    double stochasticDepth =
        0.0; ///< of the last block; earlier ones in proportion to their depth. Training only.
};

/// What tells one EfficientNet from another.
struct EfficientNetPlan {
    struct Stage {
        bool fused = false; ///< one 3x3 convolution in place of 1x1 and depthwise
        std::int64_t expansion = 1;
        std::int64_t kernel = 3;
        std::int64_t stride = 1; ///< of its first block
        std::int64_t in = 0;
        std::int64_t out = 0;
        int blocks = 0;
    };
    std::int64_t stemChannels = 0;
    double epsilon = 1e-3; ///< of the batch normalisations
    std::vector<Stage> stages;
    std::array<std::size_t, 4> taps{}; ///< the stages whose outputs are the maps of strides 4, 8, 16, 32
};

/// An EfficientNet without its last 1x1 convolution and classifier. Names are torchvision's
/// ("features.2.0.block.0.0.weight").
class EfficientNetImpl : public FeatureEncoder {
public:
    EfficientNetImpl(const EfficientNetPlan& plan, const EfficientNetOptions& options);
    FeaturePyramid forward(const torch::Tensor& x) override;
    std::array<std::int64_t, 4> channels() const override { return m_channels; }

private:
    std::array<std::size_t, 4> m_taps;
    std::array<std::int64_t, 4> m_channels{};
    torch::nn::ModuleList m_features;
    ConvNormAct m_stem{nullptr};
    std::vector<torch::nn::Sequential> m_stages;
};
TORCH_MODULE(EfficientNet);

/// Tan & Le 2021, Table 4; 19.85 M parameters; maps of 48, 64, 160 and 256 channels.
EfficientNet efficientNetV2S(const EfficientNetOptions& options = {});
/// Tan & Le 2019, the baseline at width 1.2 and depth 1.4; 10.1 M parameters; maps of 32, 48, 136, 384
/// channels.
EfficientNet efficientNetB3(const EfficientNetOptions& options = {});

} // namespace vertescore
