// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/VerteNet.h"
#include "model/training/samples/Targets.h"

namespace vertescore {

/// The targets of a batch as tensors.
struct BatchTargets {
    torch::Tensor heatmap; ///< [B,1,h,w], 0...1
    torch::Tensor weights; ///< of the heatmap's cells, [B,1,h,w], 0 or 1
    torch::Tensor cells;   ///< [B,6,2] int64, x and y; absent vertebrae hold the map's first cell
    torch::Tensor present; ///< [B,6], 1 or 0
    torch::Tensor centre;  ///< [B,6,2]
    torch::Tensor corners; ///< [B,6,8]
    torch::Tensor isLeft;  ///< [B], 1: anterior on the left
    BatchTargets to(torch::Device device) const;
};
BatchTargets batchTargets(const std::vector<HeadTargets>& targets, const std::vector<AnteriorSide>& sides);

/// CenterNet's penalty-reduced focal loss (alpha 2, beta 4), over all cells times their weights, divided by
/// the number of peaks.
torch::Tensor focalLoss(const torch::Tensor& logits, const torch::Tensor& target,
                        const torch::Tensor& weights);

/// Mean absolute difference over the numbers of present vertebrae; 0 when there are none.
torch::Tensor presentL1(const torch::Tensor& predicted, const torch::Tensor& target,
                        const torch::Tensor& present);

struct Losses {
    torch::Tensor heatmap, centre, corners, side;
    /// Unweighted sum of the paper's three and a tenth of the side's.
    torch::Tensor total() const { return heatmap + centre + corners + 0.1 * side; }
};
Losses lossesOf(const VerteNetMaps& maps, const CellOffsets& offsets, const BatchTargets& targets);

} // namespace vertescore
