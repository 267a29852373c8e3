// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/WallMarks.h"

#include <variant>

/// What a keystroke or a drag of a reader changes. Plain values.
namespace vertescore {

/// One of the eight cells; blank takes a grade back.
struct CellEdit {
    Segment segment = Segment::L1;
    Wall wall = Wall::Anterior;
    ScoreCell cell;
};

/// AAC-8 of one wall; only in a study that asks for it.
struct Aac8Edit {
    Wall wall = Wall::Anterior;
    ScoreCell cell;
};

/// All stretches that are marked on a wall from now on. What they cover goes with it as edits of the answers.
struct StretchesEdit {
    Wall wall = Wall::Anterior;
    WallStretches stretches;
};

using SheetEdit = std::variant<CellEdit, Aac8Edit, StretchesEdit>;

SheetEdit answerEdit(const AnswerPlace& place, const ScoreCell& cell);

} // namespace vertescore
