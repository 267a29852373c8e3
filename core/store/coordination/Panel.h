// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ReaderSession.h"

#include <utility>

/// What a coordinator works with. Plain values.
namespace vertescore {

/// How far a reader is in one arm and session.
struct ReaderProgress {
    Person reader;
    std::string arm;
    int session = 1;
    Progress progress;
};

/// An answer on one scan, a cell of AAC-24 or a wall of AAC-8, on which two submitted readers of the same arm
/// and session differ by more than the set amount.
struct Disagreement {
    ScanId scan{};
    std::string code;
    std::string arm;
    int session = 1;
    AnswerPlace place{Segment::L1, Wall::Anterior};
    std::vector<std::pair<std::string, std::optional<int>>> grades; ///< reader's name and grade, by name
    bool isSettled = false; ///< there is a consensus on this scan in this arm and session
};

/// A reading that was made elsewhere, on its way into the study.
struct ImportedReading {
    std::string code;   ///< of the scan
    std::string reader; ///< name
    ReadingPass pass;
    int showing = 1; ///< 2: of the scan's hidden repeat
    ScoreSheet sheet;
    std::string place;      ///< where it was found ("line 7"), for errors
    MarkedWalls marks = {}; ///< with it; between whose landmarks' guides is not known
};

/// The stretches that were marked in a reading when it was submitted; some wall has one.
struct MarkedReading {
    std::string code; ///< of the scan; of a hidden repeat that of its original
    std::string reader;
    std::string arm;
    int session = 1;
    int showing = 1; ///< 2: of the hidden repeat
    MarkedWalls marks;
};

/// What came of readings that were taken in.
struct ImportedCount {
    std::size_t submitted = 0;
    std::size_t inProgress = 0; ///< something that the study asks for is blank: they count nowhere yet
    std::size_t settled = 0;    ///< of the panel
};

/// A reading that was made a second time on another workstation and is kept beside the one that counts.
struct DuplicateReading {
    ScanId scan{};
    std::string code;
    std::string reader;
    ReadingPass pass;
    std::string keptAs; ///< the name under which it is kept, "R1 (desk2)"
    Reading counted;
    Reading kept;
};

/// A line of the log: who did what, when, and why.
struct AuditEntry {
    std::int64_t number = 0; ///< 1, 2, 3, ... without gaps in the file that it was written in
    std::string atUtc;
    std::string person;
    std::string action;  ///< "gradeCell", "submitReading", "saveLandmarks", ...
    std::string subject; ///< the row it is about, "reading_events 17"
    std::string before;  ///< what was there, in words of the file format; may be empty
    std::string after;
    std::string reason;
    std::string hash;   ///< of this entry and the one before
    std::string origin; ///< name of the merged file that it was written in; empty: this one
};

/// A reading of one scan that a reader has submitted, as it stands now.
struct SubmittedReading {
    std::string reader; ///< name
    ScoreSheet sheet;
    friend bool operator==(const SubmittedReading&, const SubmittedReading&) = default;
};

/// As whose reading a consensus goes into files.
inline constexpr std::string_view kPanelName = "consensus";

/// What readers of one scan agreed on after all; a reading of its own beside theirs.
struct Consensus {
    ScanId scan{};
    std::string code;
    std::string arm;
    int session = 1;
    ScoreSheet sheet;
    std::string by; ///< name of who settled it
    std::string atUtc;
    std::string reason;
    int revision = 1; ///< above 1: settled anew; the earlier ones are in the log
};

/// A scan that readers are shown again under another code.
struct HiddenRepeat {
    ScanId original{};
    ScanId repeat{};
    std::string originalCode;
    std::string repeatCode;
};

} // namespace vertescore
