// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/Heads.h"
#include "model/network/Mcfb.h"
#include "model/network/VerteNetOptions.h"
#include "model/network/encoders/FeatureEncoder.h"

namespace vertescore {

struct VerteNetMaps {
    torch::Tensor features;      ///< [B,48,H/4,W/4]
    torch::Tensor heatmapLogits; ///< [B,1,H/4,W/4], before the sigmoid
    torch::Tensor sideLogit;     ///< [B], > 0: anterior is on the left of the picture
};

/// Encoder, three fusion blocks and the heads (paper 000, section III). Beside the paper's heads one linear
/// layer on the deepest map says on which side anterior is, because a scan's file rarely does.
class VerteNetImpl : public torch::nn::Module {
public:
    explicit VerteNetImpl(const VerteNetOptions& options, double stochasticDepth = 0.0);
    /// picture: [B,1,H,W], -0.5...0.5.
    VerteNetMaps forward(const torch::Tensor& picture);
    CellOffsets offsetsAt(const torch::Tensor& features, const torch::Tensor& cells) {
        return m_heads->offsetsAt(features, cells);
    }
    torch::Tensor levelLogitsAt(const torch::Tensor& features, const torch::Tensor& cells) {
        return m_heads->levelLogitsAt(features, cells);
    }
    Heads heads() const { return m_heads; }
    FeatureEncoder& encoder() { return *m_encoder; }
    const VerteNetOptions& options() const { return m_options; }
    torch::ScalarType storedType() const { return m_side->weight.scalar_type(); } ///< of the weights
    /// Folds every batch normalisation into its convolution; only for inference, after the weights are in.
    void foldNormalisations();
    /// Rearranges the folded weights for inference on the CPU; see Packable.
    void pack();

private:
    VerteNetOptions m_options;
    std::shared_ptr<FeatureEncoder> m_encoder;
    Mcfb m_fusion4{nullptr}, m_fusion3{nullptr}, m_fusion2{nullptr};
    Heads m_heads{nullptr};
    torch::nn::Linear m_side{nullptr};
};
TORCH_MODULE(VerteNet);

/// 4-D weights in the memory order that convolutions on this machine prefer.
void useChannelsLast(torch::nn::Module& module);

} // namespace vertescore
