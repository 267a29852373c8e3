// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Vertebra.h"
#include "core/scoring/ScoreSheet.h"

#include <bitset>
#include <cstdint>

namespace vertescore {

/// One of the 24 points of the template, by name. Order of the template: T12 to L5, within one by
/// indexOf(Corner).
struct PointAddress {
    Level level = Level::T12;
    Corner corner = Corner::SuperiorAnterior;
    friend bool operator==(const PointAddress&, const PointAddress&) = default;
};

/// One of the eight cells of the grading grid.
struct CellAddress {
    Segment segment = Segment::L1;
    Wall wall = Wall::Anterior;
    friend bool operator==(const CellAddress&, const CellAddress&) = default;
};

/// What a command changed, so that views repaint only that.
struct LandmarkChange {
    std::bitset<kLevelCount> levels; ///< vertebrae with a changed point, state, lock or confidence
    bool anteriorSide = false;
};

/// Which cells a command changed, by index segment * kWallCount + wall.
struct ScoreChange {
    std::bitset<kSegmentCount * kWallCount> cells;
};

/// Edits with the same id are one undo step. Made by ScanDocument::beginGesture().
enum class GestureId : std::uint64_t {};

} // namespace vertescore
