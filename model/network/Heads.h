// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/Packed.h"

#include <torch/torch.h>

namespace vertescore {

/// Offsets of each asked cell, in cells (kOutputStride input pixels).
struct CellOffsets {
    torch::Tensor centre;  ///< [B,K,2]: x, y from the cell's top-left edge to the vertebra's centre
    torch::Tensor corners; ///< [B,K,8]: centre minus corner, x and y, for top-left, top-right, bottom-left,
                           ///< bottom-right
};

/// What the level head tells apart: above T12, T12 ... L5, below L5.
inline constexpr std::int64_t kLevelClasses = 8;

/// The three heads on the decoder's 48-channel map, and a fourth that a network may have.
class HeadsImpl : public torch::nn::Module, public Packable {
public:
    HeadsImpl(std::int64_t channels, bool hasLevelHead);
    /// features: [B,C,h,w]. Returns the heatmap before its sigmoid, [B,1,h,w].
    torch::Tensor heatmapLogits(const torch::Tensor& features);
    void pack() override;
    /// Both offset heads at the asked cells only. cells: [B,K,2] int64, x and y, inside the map.
    CellOffsets offsetsAt(const torch::Tensor& features, const torch::Tensor& cells);
    /// Which vertebra each asked cell shows, [B,K,kLevelClasses], before the softmax; undefined without that
    /// head. The paper's heatmap tells levels apart only by leaving out what lies beyond T12 and L5; with a
    /// vote of each vertebra a whole chain is less often named one level off.
    torch::Tensor levelLogitsAt(const torch::Tensor& features, const torch::Tensor& cells);
    /// Both offset heads everywhere: [B,2,h,w] and [B,8,h,w]. The definition that offsetsAt must equal.
    std::pair<torch::Tensor, torch::Tensor> denseOffsets(const torch::Tensor& features);
    /// Multiplies what the corner head says, for weights that go to another input size.
    void scaleCornerOffsets(double factor);

private:
    std::optional<PackedConvolution> m_packedHeatmap, m_packedHeatmapLast; ///< inference on the CPU
    torch::nn::Sequential m_heatmap;
    torch::nn::Sequential m_centreOffset;
    torch::nn::Sequential m_cornerOffset;
    torch::nn::Sequential m_level{nullptr}; ///< of networks that have it
};
TORCH_MODULE(Heads);

} // namespace vertescore
