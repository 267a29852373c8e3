// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"
#include "core/roi/BlackRegionNet.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace vertescore {

/// A phantom as it is displayed, and its true unscanned regions.
struct BlackRegionScan {
    DisplayImage picture;
    BlackMask truth; ///< empty: none
    PhantomStyle style = PhantomStyle::A;
};

/// The index-th of a seed: all styles alike, every other one with unscanned regions, half of them compressed
/// to JPEG of quality 60-95. Pure; any thread.
BlackRegionScan blackRegionScan(std::uint64_t seed, PhantomDomain domain, std::uint64_t index);

/// What a network learns from or is measured on.
struct BlackRegionSamples {
    std::vector<BlackRegionFeatures> cells; ///< as blackRegionCells
    std::vector<bool> hasRegions;
    std::vector<PhantomStyle> styles;
};

struct BlackRegionOrder {
    std::uint64_t seed = 1;
    PhantomDomain domain = PhantomDomain::Train;
    std::size_t count = 0;
    unsigned threads = 1; ///< the samples do not depend on it
};

/// The first scans of a seed. When stopped, those that were not drawn have no cells: do not use them.
BlackRegionSamples makeBlackRegionSamples(const BlackRegionOrder& order, std::stop_token stop);
BlackRegionSamples ofStyle(const BlackRegionSamples& samples, PhantomStyle style);

/// What a network says about samples.
struct BlackRegionFigures {
    std::size_t count = 0;
    std::size_t with = 0; ///< regions
    std::size_t rightWith = 0;
    std::size_t without = 0;
    std::size_t rightWithout = 0;
    double accuracy() const {
        return count ? static_cast<double>(rightWith + rightWithout) / static_cast<double>(count) : 0;
    }
};
BlackRegionFigures measureBlackRegions(const BlackRegionNet& net, const BlackRegionSamples& samples);

} // namespace vertescore
