// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decode/Decode.h"
#include "model/training/scans/TrainingScan.h"

namespace vertescore {

/// What the heads should say for one sample.
struct HeadTargets {
    Heatmap
        heatmap; ///< 1 at each present vertebra's cell, a Gaussian around it, the largest where they overlap
    std::vector<float> weights; ///< of the heatmap's cells: 0 about an ignored vertebra, else 1; empty: all 1
    struct Vertebra {
        bool isPresent = false;
        int x = 0; ///< cell
        int y = 0;
        std::array<float, 2> centre{};  ///< cells from the cell's top-left edge, 0...1
        std::array<float, 8> corners{}; ///< centre minus corner, cells
    };
    std::array<Vertebra, kLevelCount> vertebrae;
    /// A cell that shows a known vertebra: those about the centres, and where the spine goes on beyond T12
    /// and L5.
    struct NamedCell {
        int x = 0;
        int y = 0;
        std::size_t levelClass = 0; ///< place in LevelLogs
    };
    std::vector<NamedCell> names; ///< no more than kMostNamedCells
};
inline constexpr std::size_t kMostNamedCells = 5 * (kLevelCount + 3);

/// Radius in cells within which a shifted box still overlaps the true one by minOverlap (intersection over
/// union); CornerNet/CenterNet's three cases.
double gaussianRadius(double width, double height, double minOverlap = 0.7);

HeadTargets headTargets(const ScanTargets& targets, int mapWidth, int mapHeight);

} // namespace vertescore
