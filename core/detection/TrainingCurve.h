// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace vertescore {

/// How one optimizer step went.
struct TrainingStep {
    int step = 0; ///< 1, 2, ...; without gaps only where the log has none
    double loss = 0;
    double heatmapLoss = 0;
    double centreLoss = 0; ///< of the sub-cell centre offsets
    double cornerLoss = 0;
};

/// What the averaged weights reached on the held-out scans after a step.
struct TrainingCheck {
    int step = 0;
    double meanPx = 0;   ///< absolute coordinate difference in the 1024 x 512 frame, the published measure
    double medianPx = 0; ///< of the same
    double allRightRate = 0; ///< 0...1, share of scans in which every level is right
};

/// A training run from its log, in the order of the steps.
struct TrainingCurve {
    std::vector<TrainingStep> steps;
    std::vector<TrainingCheck> checks;
};

} // namespace vertescore
