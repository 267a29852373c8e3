// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/VerteNet.h"

namespace vertescore {

VerteNetImpl::VerteNetImpl(const VerteNetOptions& options, double stochasticDepth)
    : m_options(options), m_encoder(register_module("encoder", makeEncoder(options, stochasticDepth))) {
    const auto channels = m_encoder->channels();
    m_fusion4 = register_module("fusion4", Mcfb(channels[3], channels[2], options));
    m_fusion3 = register_module("fusion3", Mcfb(channels[2], channels[1], options));
    m_fusion2 = register_module("fusion2", Mcfb(channels[1], channels[0], options));
    m_heads = register_module("heads", Heads(channels[0], options.hasLevelHead));
    m_side = register_module("side", torch::nn::Linear(channels[3], 1));
}

VerteNetMaps VerteNetImpl::forward(const torch::Tensor& picture) {
    TORCH_CHECK(picture.dim() == 4 && picture.size(1) == 1, "the network takes [B,1,H,W], got ",
                picture.sizes());
    const torch::Tensor grey = picture.expand({-1, 3, -1, -1}).contiguous(torch::MemoryFormat::ChannelsLast);
    const FeaturePyramid maps = m_encoder->forward(grey);
    const torch::Tensor features = m_fusion2(m_fusion3(m_fusion4(maps[3], maps[2]), maps[1]), maps[0]);
    const torch::Tensor side = m_side(maps[3].mean({2, 3})).squeeze(1);
    return {features, m_heads->heatmapLogits(features), side};
}

void VerteNetImpl::foldNormalisations() {
    for (const auto& module : modules())
        if (auto* layer = dynamic_cast<Foldable*>(module.get())) layer->fold();
}

void VerteNetImpl::pack() {
    for (const auto& module : modules())
        if (auto* layer = dynamic_cast<Packable*>(module.get())) layer->pack();
}

void useChannelsLast(torch::nn::Module& module) {
    const torch::NoGradGuard noGrad;
    for (torch::Tensor& parameter : module.parameters())
        if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
}

} // namespace vertescore
