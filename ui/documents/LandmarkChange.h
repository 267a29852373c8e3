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

/// A cell of the grading grid: one of the eight, or AAC-8 of a wall.
using CellAddress = AnswerPlace;

/// Index in kAnswerPlaces, which is the reading order: L1 anterior, L1 posterior, L2 anterior, ..., AAC-8.
constexpr std::size_t indexOf(const CellAddress& cell) {
    const std::size_t row = cell.segment ? static_cast<std::size_t>(*cell.segment) : kSegmentCount;
    return row * kWallCount + static_cast<std::size_t>(cell.wall);
}
constexpr CellAddress cellAt(std::size_t index) {
    return kAnswerPlaces[index];
}

/// What a command changed, so that views repaint only that.
struct LandmarkChange {
    std::bitset<kLevelCount> levels; ///< vertebrae with a changed point, state, lock or confidence
    bool anteriorSide = false;
};

/// Which cells a command changed, by indexOf(CellAddress).
struct ScoreChange {
    std::bitset<kAnswerPlaces.size()> cells;
    bool stretches = false;
};

/// Edits with the same id are one undo step. Made by ScanDocument::beginGesture().
enum class GestureId : std::uint64_t {};

} // namespace vertescore
