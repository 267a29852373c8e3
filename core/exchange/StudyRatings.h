// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/RatingFormat.h"
#include "core/store/CoordinatorSession.h"

namespace vertescore {

// What of a study goes into a file of readings, and back. Blinding: everything only through a coordinator's
// session; a reader's session gives that reader's own readings of that pass and no more. Thread and errors of
// the session.

/// Every submitted reading, and under the reader "consensus" what the panel settled. Images are the scans'
/// codes, conditions the arms, sessions their numbers ("1.2": the hidden repeat in session 1).
Result<RatingTable> studyRatings(const CoordinatorSession& session);
/// The reader's own submitted readings of this arm and session.
Result<RatingTable> ownRatings(const ReaderSession& session);

/// What is marked in those readings.
Result<ReadingMarks> studyMarks(const CoordinatorSession& session);
Result<ReadingMarks> ownMarks(const ReaderSession& session);

/// What a file says of its study; without marks.
RatingExport aboutStudy(const Study& study);

/// Takes all readings of a file, and what is marked in them, into the study, or none
/// (CoordinatorSession::importReadings). A reading without session is of session 1, one without condition of
/// the study's arm if it has but one.
Result<ImportedCount> importRatings(CoordinatorSession& session, const Study& study,
                                    const LocatedRatings& ratings, const std::string& reason);

} // namespace vertescore
