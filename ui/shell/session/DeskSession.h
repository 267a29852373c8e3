// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/MeasuredGrades.h"
#include "core/store/StudyStore.h"

#include <variant>

namespace vertescore {

/// Who sits down at the desk, and to do what.
struct DeskSignIn {
    SignIn signIn;
    bool asReader = true; ///< false: annotator (or coordinator): corners only, no scores
    ReadingPass pass;     ///< of a reader
};

/// The signed-in person's work on scans, whichever of the two kinds it is. A reader's work goes through the
/// store's ReaderSession alone, so the desk cannot show what that session does not give. Valid while the
/// store lives; GUI thread.
class DeskSession {
public:
    static Result<DeskSession> open(StudyStore& store, const DeskSignIn& signIn);

    /// The reader's session; nullptr for an annotator.
    ReaderSession* reader() { return std::get_if<ReaderSession>(&m_session); }
    const ReaderSession* reader() const { return std::get_if<ReaderSession>(&m_session); }
    const Person& person() const;
    bool isReadOnly() const { return m_access == StudyAccess::ReadOnly; } ///< nothing can be saved
    const ScoringRules& rules() const { return m_rules; }                 ///< of the study
    GuideDisplay guides() const; ///< of the reader's arm; an annotator always edits

    Result<Worklist> worklist() const;
    Result<WorklistRow> worklistRow(ScanId scan) const;
    Result<StudyScan> scan(ScanId scan) const;
    Result<std::optional<LandmarkVersion>> landmarks(ScanId scan) const;
    Result<std::optional<LandmarkVersion>> prediction(ScanId scan) const;
    Result<LandmarkVersion> saveLandmarks(ScanId scan, const Landmarks& landmarks);
    Result<LandmarkVersion> savePrediction(ScanId scan, const Detection& detection);

private:
    DeskSession(std::variant<ReaderSession, AnnotatorSession> session, const StudyStore& store)
        : m_session(std::move(session)), m_access(store.access()), m_rules{store.study().settings.convention,
                                                                           store.study().settings.asksAac8} {}

    std::variant<ReaderSession, AnnotatorSession> m_session;
    StudyAccess m_access;
    ScoringRules m_rules;
};

} // namespace vertescore
