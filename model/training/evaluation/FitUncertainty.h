// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decode/Uncertainty.h"

#include <vector>

namespace vertescore {

/// A corner that the network placed on a vertebra, and how far off it was.
struct PlacedCorner {
    CornerClues clues{};
    double error = 0; ///< as UncertaintyModel has its radii
};

/// A ridge regression of the log error on the clues gives the score; within twelve groups of equal size by
/// score the kUncertaintyShare quantile of the error gives the knots, made to rise where they do not by
/// pooling neighbours (Ayer et al. 1955). corners: at least twelve.
UncertaintyModel fitUncertainty(const std::vector<PlacedCorner>& corners);

} // namespace vertescore
