// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/VerteNet.h"
#include "model/training/samples/Targets.h"

namespace vertescore {

/// The targets of a batch as tensors.
struct BatchTargets {
    torch::Tensor heatmap;    ///< [B,1,h,w], 0...1
    torch::Tensor weights;    ///< of the heatmap's cells, [B,1,h,w], 0 or 1
    torch::Tensor cells;      ///< [B,6,2] int64, x and y; absent vertebrae hold the map's first cell
    torch::Tensor present;    ///< [B,6], 1 or 0
    torch::Tensor centre;     ///< [B,6,2]
    torch::Tensor corners;    ///< [B,6,8]
    torch::Tensor isLeft;     ///< [B], 1: anterior on the left
    torch::Tensor namedCells; ///< [B,kMostNamedCells,2] int64, x and y
    torch::Tensor names; ///< [B,kMostNamedCells] int64, place in LevelLogs; kNoName where there is no cell
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

/// Marks places of BatchTargets::names that teach nothing.
inline constexpr std::int64_t kNoName = -100;

/// Mean cross entropy of [B,K,kLevelClasses] over the places that have a name; 0 when there are none.
torch::Tensor levelLoss(const torch::Tensor& logits, const torch::Tensor& names);

struct Losses {
    torch::Tensor heatmap, centre, corners, side;
    torch::Tensor level; ///< cross entropy over the named cells; 0 for a network without a level head
    /// Unweighted sum of the paper's three, a tenth of the side's and half of the level's.
    torch::Tensor total() const { return heatmap + centre + corners + 0.1 * side + 0.5 * level; }
};
/// Of what the network's maps say; its offset and level heads are asked at the targets' cells only.
Losses lossesOf(VerteNetImpl& network, const VerteNetMaps& maps, const BatchTargets& targets);

} // namespace vertescore
