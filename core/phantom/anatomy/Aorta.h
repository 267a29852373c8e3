// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/anatomy/Spine.h"

namespace vertescore {

/// The abdominal aorta and what is calcified of it.
struct Aorta {
    SpineCurve anteriorWall; ///< top to bottom, from above T12 to below L4
    SpineCurve posteriorWall;
    std::vector<PhantomPlaque> plaques;

    const SpineCurve& wall(Wall which) const {
        return which == Wall::Anterior ? anteriorWall : posteriorWall;
    }
};

/// Walls at 0.1-0.3 D and 0.45-0.8 D before the bodies; plaques by prevalence (total 0-1 in 78 %, 2-5 in 16
/// %, 6 or more in 6 %; odds L1:L2:L3:L4 = 0.5:0.7:1:1.3, posterior 1.2 x anterior), or with a total of at
/// least minimumTotal (0-24).
Aorta makeAorta(const Spine& spine, std::optional<int> minimumTotal, RandomStream& random);

/// The stretch of a wall within a segment: between the inter-vertebral guides' lines (means of the facing
/// corners) above and below the vertebra. Shares of PhantomPlaque count along it, in mm.
SpineCurve wallWithin(const Spine& spine, const Aorta& aorta, Segment segment, Wall wall);

/// The piece of a curve between two shares of its length.
SpineCurve stretchOf(const SpineCurve& curve, double fromShare, double toShare);

/// Grades of the calcified shares by the NHANES convention: every cell has one.
ScoreSheet gradesOf(const std::vector<PhantomPlaque>& plaques);

} // namespace vertescore
