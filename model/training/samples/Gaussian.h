// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace vertescore {

/// A sample's greys in row order.
struct GreySample {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< -0.5...0.5
};

/// Convolves with a Gaussian of this standard deviation (pixels) that is cut off at `reach` of them and adds
/// up to 1. Border pixels go on outside.
void blur(GreySample& sample, double sigma, double reach);

} // namespace vertescore
