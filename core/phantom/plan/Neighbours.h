// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/frame/Field.h"
#include "core/phantom/styles/Look.h"

namespace vertescore {

/// The bones beside the lumbar spine that tell its levels apart. Settled before anything is drawn, because
/// the truth must not name levels that nobody could name.
struct Neighbours {
    SpinePoint nearCrest; ///< top of the iliac crest that lies higher in the picture
    SpinePoint farCrest;
    double crestFront = 1;                  ///< D that a crest reaches before its top
    std::array<SpineCurve, 2> lastRibs;     ///< T12's, left and right, from the head on
    std::array<double, 2> lastRibStrengths; ///< shares of Look::rib
};

Neighbours makeNeighbours(const Spine& spine, RandomStream& random);

/// A rib from its vertebra: back behind the facets, round, and down to the front. T11 and T12 end early.
/// sideShift: mm by which it lies lower than in the middle.
SpineCurve ribOf(const Spine& spine, std::size_t vertebra, double sideShift, RandomStream& random);

/// What of them the picture shows with a contrast that can be seen. mask: unscanned pixels of the field, or
/// empty.
struct LevelCues {
    bool lastRib = false;
    bool crest = false;
    bool sacrum = false;
    bool any() const { return lastRib || crest || sacrum; }
};
LevelCues cuesOf(const Neighbours& neighbours, const Spine& spine, const Field& field, const BlackMask& mask,
                 const Look& look);

} // namespace vertescore
