// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/ReadingFold_p.h"
#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

// Throw Refusal and SQLite::Exception; those that write do so in the caller's transaction. What a reader may
// see is reached through a PassKey alone.

/// InvalidArgument for a session that the study does not have.
void checkSession(const StudySettings& settings, int session);

/// The pass's row; made now when it is new and the file can be written (else a pass without rows). A new one
/// waits for the washout (NotAllowed).
PassKey enterPass(StudyFile& file, PersonId reader, const ReadingPass& pass);
/// Makes the row of a pass that was not begun, in the caller's transaction.
void insertPass(Database& database, PersonId reader, const ReadingPass& pass, PersonId by,
                const std::string& reason);
/// The pass of a reader, if it was ever begun.
std::optional<PassKey> findPass(Database& database, PersonId reader, const ReadingPass& pass);

/// All scans, or one, in the pass's order.
Worklist readingWorklist(StudyFile& file, const PassKey& pass, std::optional<ScanId> only = std::nullopt);
/// All scans, or one, with file names and landmarks, without readings.
Worklist landmarkWorklist(StudyFile& file, std::optional<ScanId> only = std::nullopt);

ReadingFold foldReading(Database& database, const PassKey& pass, ScanId scan);
/// The same with isStale set.
Reading readReading(Database& database, const PassKey& pass, ScanId scan);

/// Appends an event, and the reading itself when it is the first. by: the reader, or who disputes.
void appendEvent(Database& database, const PassKey& pass, ScanId scan, PersonId by, const ReadingEvent& event,
                 const ReadingContext& context);

/// Whose a reading is: a reader's, one that is kept beside it because it was made a second time elsewhere, or
/// the panel's.
enum class ReadingHolder { Reader, Duplicate, Consensus };

/// A reading with whose and of what it is.
struct FoldedReading {
    std::int64_t row = 0;
    ScanId scan{};
    std::string code;
    std::string originalCode; ///< of a hidden repeat: that of the scan which it repeats; else the code
    int showing = 1;          ///< 2: a hidden repeat
    bool isTraining = false;
    std::string arm;
    std::string reader; ///< name; of a duplicate: the name that it is kept under
    int session = 1;
    ReadingHolder holder = ReadingHolder::Reader;
    std::string standsFor; ///< of a duplicate: the reader's name
    ReadingFold fold;
};
/// Every reading of the study, or of one scan, by scan code, arm, reader and session. For coordinators.
std::vector<FoldedReading> allReadings(Database& database, std::optional<ScanId> only = std::nullopt);

} // namespace vertescore
