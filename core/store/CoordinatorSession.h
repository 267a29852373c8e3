// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/WallRating.h"
#include "core/store/ReaderSession.h"
#include "core/store/coordination/GradedLandmarks.h"
#include "core/store/coordination/Panel.h"
#include "core/store/merge/MergeReport.h"

#include <map>
#include <span>

namespace vertescore {

/// A signed-in coordinator: sees every reader's work and the identities.
/// Lifetime, thread, durability and common errors as ReaderSession.
class CoordinatorSession {
public:
    const Person& coordinator() const { return m_coordinator; }

    /// Errors: InvalidArgument (no name, no role), DuplicateEntry.
    Result<PersonId> addPerson(const NewPerson& person);
    Status setPassword(PersonId person, const std::string& password);

    Result<std::vector<StudyScan>> scans() const;
    Result<StudyScanIdentity> identity(ScanId scan) const;
    /// The newest version of anyone but blinded readers.
    Result<std::optional<LandmarkVersion>> landmarks(ScanId scan) const;
    /// Every reader in every arm, first session, and further sessions that were begun.
    Result<std::vector<ReaderProgress>> progress() const;

    /// One row per cell of the newest submitted revision of each reading; imageId is the scan's code,
    /// condition the arm. A reading that was never submitted has no rows; a cell that is not readable has a
    /// row without a grade. Practice in training arms and what is kept twice do not count.
    Result<std::vector<WallRating>> ratings() const;
    /// What is marked in the readings of ratings(), of those in which something is.
    Result<std::vector<MarkedReading>> markedReadings() const;
    /// With what the readings of ratings() were graded, by scan code, arm, reader, session; none without
    /// guides.
    Result<std::vector<GradedLandmarks>> gradedLandmarks() const;
    /// Takes readings in as those readers' own, each cell written by this coordinator with the reason (say
    /// which file it was), its marks with it; a complete sheet is submitted, another stays in progress. All
    /// or nothing. Errors name the place: InvalidArgument (no such scan, reader, arm or session; no reason),
    /// DuplicateEntry (a reading that was begun).
    Result<ImportedCount> importReadings(std::span<const ImportedReading> readings,
                                         const std::string& reason);
    /// Answers, AAC-8 among them where readings have it, whose highest and lowest grade differ by more than
    /// the given number of grades, or that some readers graded and others found not readable.
    Result<std::vector<Disagreement>> disagreements(int moreThan = 1) const;
    /// What every reader of a scan has submitted in that arm and session, by name.
    Result<std::vector<SubmittedReading>> submittedReadings(ScanId scan, const ReadingPass& pass) const;
    /// Settles what the readers of a scan see differently: a reading of its own, under who settled it and
    /// why, in no reader's place. Settling it anew adds a revision. Errors: InvalidArgument (no reason, no
    /// such scan or arm), NotAllowed (a blank cell, or fewer than two readers have submitted it in this arm
    /// and session).
    Status adjudicate(ScanId scan, const ReadingPass& pass, const ScoreSheet& sheet,
                      const std::string& reason);
    Result<std::vector<Consensus>> consensus() const;
    /// The same as ratings(), the reader being "consensus".
    Result<std::vector<WallRating>> consensusRatings() const;

    /// Has so many scans, drawn at random, shown to every reader a second time under another code. In
    /// ratings() such a reading is of its original, showing 2. NotAllowed once reading has begun;
    /// InvalidArgument for too many.
    Status addHiddenRepeats(std::size_t count);
    Result<std::vector<HiddenRepeat>> hiddenRepeats() const;
    Result<bool> hasReadingBegun() const; ///< by any reader, in any arm

    /// Says what is right for a scan, and why; training arms show the scans that have one. Errors as
    /// adjudicate().
    Status setTruth(ScanId scan, const ScoreSheet& sheet, const std::string& reason);
    /// The same of several scans, all or none.
    Status setTruths(const std::map<ScanId, ScoreSheet>& truths, const std::string& reason);
    Result<std::optional<ScoreSheet>> truth(ScanId scan) const;
    Result<std::map<ScanId, ScoreSheet>> truths() const; ///< of every scan that has one

    /// Asks a reader to look again: the reading shows as disputed until it is reopened. NotAllowed
    /// unless submitted.
    Status dispute(ScanId scan, PersonId reader, const ReadingPass& pass, const std::string& reason);

    /// Lets a reader begin an arm or session before the washout is over, and why. NotAllowed when it was
    /// begun already.
    Status openPassEarly(PersonId reader, const ReadingPass& pass, const std::string& reason);

    /// Takes in what was done on a copy of this study on another workstation: people, scans, landmark
    /// versions, readings and the log, nothing lost, nothing twice; what is here already stays as it is
    /// (passwords and paths too). All or nothing. Errors: those of opening the other file, StudyCorrupt (it
    /// does not verify; the detail names the first broken entry or row), InvalidArgument (the same file,
    /// another study, or the same with other rules, which are named), Cancelled.
    Result<MergeReport> merge(const std::filesystem::path& other, const MergeWatch& watch = {});
    /// What merging these files one after the other would do, tried out on a copy of the study in memory:
    /// nothing is changed, nobody who works on the file waits. One answer for each file; after one that is
    /// refused the rest goes on. Fails as a whole only when the study cannot be read, or Cancelled.
    Result<std::vector<MergePreview>> previewMerge(std::span<const std::filesystem::path> others,
                                                   const MergeWatch& watch = {}) const;
    /// Readings that merging found made twice.
    Result<std::vector<DuplicateReading>> duplicateReadings() const;

    /// The log with the entries that merging brought, oldest first.
    Result<std::vector<AuditEntry>> auditLog() const;

private:
    friend class StudyStore;
    CoordinatorSession(StudyFile& file, Person coordinator)
        : m_file(&file), m_coordinator(std::move(coordinator)) {}

    StudyFile* m_file;
    Person m_coordinator;
};

} // namespace vertescore
