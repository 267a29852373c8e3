// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resampling.h"
#include "core/agreement/statistics/Kappa.h"

#include <stop_token>

namespace vertescore {

/// The three kappas of one pair on resampled cases, by KappaWeights: standard error, percentile, basic and
/// normal limits; no BCa. clusters: the images of each case (one image, or those of one patient), every image
/// in exactly one; `resamples` are of them. NotComputed without any; a kappa that is undefined in the whole
/// sample has no bootstrap either. Pure. Throws Stopped between two blocks of resamples once asked to.
std::array<Bootstrap, 3> bootstrapKappas(const PairSample& sample,
                                         std::span<const std::vector<std::uint32_t>> clusters,
                                         const Resamples& resamples, const std::stop_token& stop = {});

} // namespace vertescore
