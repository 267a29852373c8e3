// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/image/WindowLevel.h"
#include "core/scoring/ScoreSheet.h"
#include "core/store/Worklist.h"

#include <QString>

/// Core's values in the user's language.
namespace vertescore {

/// What happened, to which file, and what to do about it: two or three short sentences.
QString say(const Error& error);
QString say(ReadingState state);
QString say(LandmarkState state);
QString say(NotReadableReason reason);
QString say(const ScoreCell& cell); ///< its grade, why it is not readable, or a dash
QString say(Wall wall);
/// The arms that the program makes in words, any other by its name: "With guides", "pilot".
QString sayArm(const std::string& name);
QString say(Role role);
QString say(BurdenCategory category);
QString say(ScoringConvention convention);
/// "L2, anterior wall"
QString say(Segment segment, Wall wall);
QString say(const AnswerPlace& place); ///< "L2, anterior wall", "AAC-8, anterior wall"
QString sayAac8(int grade);            ///< what an AAC-8 grade of a wall means
QString sayMeasured(const AnswerPlace& place, double measured); ///< "38 %", of AAC-8 "1.3 vert."
/// One line each: what grades 0 to 3 mean under the convention.
QString sayGrade(int grade, ScoringConvention convention);

/// A path as Qt has it, and back.
QString toQString(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

} // namespace vertescore
