// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"
#include "core/phantom/render/Render.h"

namespace vertescore {

/// Users of randomness; the numbers are part of what a seed means and must not change.
enum class Purpose : std::uint64_t {
    Plan = 1,
    Spine = 2,
    Aorta = 3,
    Field = 4,
    Mask = 5,
    Look = 6,
    Picture = 7,
    Contents = 8,
    Neighbours = 9,
    Frontal = 10
};

/// A phantom whose truth is settled, front on the right, before a pixel is drawn.
struct Plan {
    Scene scene; ///< its field is the matrix that is drawn, which may be enlarged afterwards
    Field frame; ///< the matrix of the finished picture, of the same region
    AnteriorSide anterior = AnteriorSide::Right;
    PhantomDomain domain = PhantomDomain::Train;
    int bits = 8;
    Landmarks landmarks;    ///< pixels of the frame
    BlackMask blackRegions; ///< of the frame
};

/// Draws geometry until the scan is cropped as wanted and something in it tells the levels apart, at most 400
/// times (never reached in forty thousand phantoms of all styles, extents and wishes). Pure; any thread.
Plan makePlan(const PhantomOptions& options, std::uint64_t index);

} // namespace vertescore
