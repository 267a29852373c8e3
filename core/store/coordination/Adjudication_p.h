// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"
#include "core/store/rows/ReadingRows_p.h"

namespace vertescore {

// Contracts in CoordinatorSession.h. Throw Refusal and SQLite::Exception; adjudicateReading writes in the
// caller's transaction.

/// Whether it is a submitted reading of that kind of holder, and no practice.
bool counts(const FoldedReading& reading, ReadingHolder holder);
/// Rows of the submitted readings of one kind of holder; training arms left out.
std::vector<WallRating> submittedRatings(Database& database, ReadingHolder holder);
std::vector<MarkedReading> findMarked(Database& database);
std::vector<Disagreement> findDisagreements(Database& database, int moreThan);
std::vector<SubmittedReading> findSubmitted(Database& database, ScanId scan, const ReadingPass& pass);
std::vector<DuplicateReading> findDuplicates(Database& database);

void adjudicateReading(StudyFile& file, ScanId scan, const ReadingPass& pass, const ScoreSheet& sheet,
                       const std::string& reason, PersonId by);
std::vector<Consensus> readConsensus(Database& database);

} // namespace vertescore
