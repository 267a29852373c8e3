// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Worklist.h"

namespace vertescore {

struct StudyFile;

struct AddedScan {
    ScanId id{};
    bool isNew = false; ///< false: the study had it already
};

/// A signed-in annotator (or coordinator): the scans of a study and their landmarks; no scores.
/// Lifetime, thread, durability and common errors as ReaderSession.
class AnnotatorSession {
public:
    const Person& annotator() const { return m_annotator; }

    /// Same UID and same pixels: adds nothing, but learns the new path where the old file is gone.
    /// Errors: InvalidArgument (no pixel hash, no size), DuplicateEntry (a code that another scan has).
    Result<AddedScan> addScan(const NewScan& scan);

    /// All scans in the order of adding, with file names.
    Result<Worklist> worklist() const;
    /// One row of it again, after a change.
    Result<WorklistRow> worklistRow(ScanId scan) const;
    Result<StudyScan> scan(ScanId scan) const;

    /// The newest version of anyone but blinded readers.
    Result<std::optional<LandmarkVersion>> landmarks(ScanId scan) const;
    /// The newest that a network gave, whatever people made of it since.
    Result<std::optional<LandmarkVersion>> prediction(ScanId scan) const;
    /// Every version, oldest first.
    Result<std::vector<LandmarkVersion>> landmarkHistory(ScanId scan) const;
    /// Each adds a version; saving what is there already adds nothing and returns the version that is there.
    Result<LandmarkVersion> saveLandmarks(ScanId scan, const Landmarks& landmarks);
    Result<LandmarkVersion> savePrediction(ScanId scan, const Detection& detection);
    Result<LandmarkVersion> saveImport(ScanId scan, const Landmarks& landmarks);

    /// Sets or changes this person's own password. InvalidArgument when empty.
    Status setPassword(const std::string& password);

private:
    friend class StudyStore;
    AnnotatorSession(StudyFile& file, Person annotator) : m_file(&file), m_annotator(std::move(annotator)) {}

    StudyFile* m_file;
    Person m_annotator;
};

} // namespace vertescore
