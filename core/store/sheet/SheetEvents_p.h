// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/ReadingFold_p.h"
#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

// Throw Refusal: InvalidArgument for what is no answer or no stretch, NotAllowed for AAC-8 in a study that
// does not ask for it or while an answer is blank.

/// highest: kHighestGrade or kHighestAac8.
void checkCell(const ScoreCell& cell, int highest = kHighestGrade);
void checkStretches(const WallStretches& stretches);
/// A sheet that is no reader's: every cell has an answer; AAC-8 has two, or is left out.
void checkSheet(const ScoreSheet& sheet, const StudySettings& settings);
/// Nothing that the study asks a reader for is blank.
bool isAnswered(const ScoreSheet& sheet, const StudySettings& settings);

/// The event that writes an edit. Stretches need the landmarks between whose guides they were measured.
ReadingEvent eventOf(const SheetEdit& edit, const StudySettings& settings, const ReadingContext& context);
/// A sheet as edits, in its order; blank answers left out.
std::vector<SheetEdit> editsOf(const ScoreSheet& sheet);

} // namespace vertescore
