// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/coordination/Panel.h"
#include "core/store/rows/StudyRows_p.h"

#include <map>

namespace vertescore {

// Throw Refusal and SQLite::Exception; those that write do so in the caller's transaction.

void setTruthRow(StudyFile& file, ScanId scan, const ScoreSheet& sheet, const std::string& reason,
                 PersonId by);
/// What stands in a row of truths. StudyCorrupt, or a JSON exception, when it is none of ours.
ScoreSheet truthFromText(const std::string& text);
/// The newest of a scan; nothing when it has none.
std::optional<ScoreSheet> readTruth(Database& database, ScanId scan);

/// The newest of every scan that has one.
std::map<ScanId, ScoreSheet> readTruths(Database& database);

/// Some reader has signed in to read.
bool hasReadingBegun(Database& database);
/// Adds repeats of scans drawn at random, one each.
void addHiddenRepeatRows(StudyFile& file, std::size_t count, PersonId by);
std::vector<HiddenRepeat> readHiddenRepeats(Database& database);

} // namespace vertescore
