// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Worklist.h"
#include "core/store/sheet/SheetEdit.h"

#include <span>

namespace vertescore {

struct StudyFile;

/// The row of a reading pass; made by signing in only.
struct PassKey {
    std::int64_t row = 0;
    PersonId reader{};
    std::int64_t orderSeed = 0;
    bool seesLandmarks = false;
    bool isTraining = false;
};

/// A reader's own reading of one scan as it stands now.
struct Reading {
    ReadingState state = ReadingState::Unread;
    int revision = 0; ///< 0: nothing yet; each reopening adds one
    ScoreSheet sheet;
    MarkedWalls stretches;
    std::optional<LandmarkVersionId> landmarks; ///< with which the last answer was given
    bool isStale = false;     ///< some answer was given with landmarks that lie elsewhere than the newest
    double activeSeconds = 0; ///< as last stored
    std::string note;         ///< why it is invalid, disputed or reopened
};

/// A signed-in reader in one pass. Blind by construction: no call takes another reader's id, and every query
/// is bound to this reader; no identity, no file name (but the path for loading pixels), no landmarks in an
/// arm without guides, no landmarks that another reader edited. Every change is on the disk when its call
/// returns. Valid while its StudyStore lives, in that store's thread. Every call may fail with StudyLocked,
/// StudyReadOnly, StudyCorrupt, DiskFull or StudyFailure; then nothing was changed.
class ReaderSession {
public:
    const Person& reader() const { return m_reader; }
    const Arm& arm() const { return m_arm; }
    int session() const { return m_session; }

    /// All scans in this reader's order.
    Result<Worklist> worklist() const;
    /// One row of it again, after a change.
    Result<WorklistRow> worklistRow(ScanId scan) const;
    Result<StudyScan> scan(ScanId scan) const;

    /// The newest landmarks that this reader may see: of the network, an annotator or an import, or own ones.
    /// Always nothing in an arm without guides.
    Result<std::optional<LandmarkVersion>> landmarks(ScanId scan) const;
    /// The newest that a network gave, whatever people made of it since; as landmarks().
    Result<std::optional<LandmarkVersion>> prediction(ScanId scan) const;
    /// Own corrections; only in an arm with editable guides, else NotAllowed. Saving what is there already
    /// adds nothing.
    Result<LandmarkVersion> saveLandmarks(ScanId scan, const Landmarks& landmarks);
    /// What the network found when this reader let it run; not in an arm without guides (NotAllowed).
    Result<LandmarkVersion> savePrediction(ScanId scan, const Detection& detection);

    Result<Reading> reading(ScanId scan) const;
    /// One keystroke; a blank cell takes a grade back. Errors: ReadingLocked after submitting,
    /// InvalidArgument for a grade outside 0...3, both a grade and a reason, or landmarks of another scan.
    Status setCell(ScanId scan, Segment segment, Wall wall, const ScoreCell& cell,
                   const ReadingContext& context);
    /// What one keystroke or one drag changes: all of it or nothing, an event each. Errors: those of
    /// setCell(); NotAllowed for AAC-8 in a study that does not ask for it; InvalidArgument for stretches
    /// that lie nowhere, or without landmarks between whose guides they were measured.
    Status edit(ScanId scan, std::span<const SheetEdit> edits, const ReadingContext& context);
    /// Locks the reading. Errors: NotAllowed while an answer that the study asks for is blank, ReadingLocked
    /// when locked already.
    Status submit(ScanId scan, const ReadingContext& context);
    /// Opens a locked reading as its next revision. The reason must not be empty (InvalidArgument).
    Status reopen(ScanId scan, const std::string& reason);
    /// The scan cannot be read at all, and why; locks like submitting.
    Status markInvalid(ScanId scan, const std::string& reason);

    /// What is right, in a training arm after this reading was submitted (else NotAllowed); nothing when
    /// nobody has said it.
    Result<std::optional<ScoreSheet>> truth(ScanId scan) const;

    /// Sets or changes this person's own password. InvalidArgument when empty.
    Status setPassword(const std::string& password);

private:
    friend class StudyStore;
    ReaderSession(StudyFile& file, Person reader, Arm arm, int session, PassKey pass)
        : m_file(&file), m_reader(std::move(reader)), m_arm(std::move(arm)), m_session(session),
          m_pass(pass) {}

    StudyFile* m_file;
    Person m_reader;
    Arm m_arm;
    int m_session;
    PassKey m_pass; ///< what every query is bound to
};

} // namespace vertescore
