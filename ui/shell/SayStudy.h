// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"
#include "core/store/StudyStore.h"
#include "core/store/merge/StudyRules.h"

#include <QString>

/// The rules of studies, and what becomes of them, in the user's language.
namespace vertescore {

QString say(GuideDisplay display);
/// "With guides (guides, corners may be moved), training"
QString say(const Arm& arm);
/// "With guides", and the session where the study has several.
QString say(const ReadingPass& pass, const StudySettings& settings);
/// The name that sayArm() shows as this text: "With guides" is "ivg", anything else is itself.
std::string armNamed(const QString& text);

QString say(StudyRule rule); ///< "Pause"
QString sayRule(StudyRule rule, const StudySettings& settings);

/// What happened, and what became of it: "Read on both. The second one is kept as R1 (desk2) and does not
/// count."
QString say(const MergeConflict& conflict, const StudySettings& settings);
/// What comes in with a file: "12 readings, 2 people"; empty when nothing does.
QString say(const MergeReport& report);
/// Why a file is not taken in; with every rule that differs, here and there.
QString sayRefusal(const MergePreview& preview, const Study& here);

/// The first thing that is not as it was written; empty when the file is sound.
QString sayFinding(const StudyCheck& check);

} // namespace vertescore
