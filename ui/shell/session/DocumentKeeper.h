// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/ScanDocument.h"
#include "ui/shell/session/ActiveTime.h"
#include "ui/shell/session/DeskSession.h"

#include <QObject>

#include <memory>

namespace vertescore {

/// How the scan is being looked at; stored with each keystroke.
struct ViewFacts {
    bool guidesShown = false;
    std::optional<WindowLevel> window;
    bool isInverted = false;
};

/// Keeps one scan's document and the study file the same: every change of the document is in the file before
/// the next one comes. GUI thread; the session must outlive it.
class DocumentKeeper : public QObject {
    Q_OBJECT
public:
    /// Reads what this person may know of the scan. Errors: those of the session.
    static Result<std::unique_ptr<DocumentKeeper>> open(DeskSession& session, const StudyScan& studyScan,
                                                        ReadyScan scan);

    ScanDocument& document() { return *m_document; }
    const StudyScan& studyScan() const { return m_studyScan; }
    /// The reader's own reading as the file has it; an annotator's is unread for ever.
    const Reading& reading() const { return m_reading; }
    bool isLocked() const; ///< submitted, disputed or invalid: nothing can be changed until it is reopened
    bool isReadOnly() const {
        return m_session.isReadOnly();
    } ///< the study file: nothing can be changed at all

    /// What is right for this scan; nothing but in a training arm once the reading is submitted.
    std::optional<ScoreSheet> truth() const;

    void setViewFacts(const ViewFacts& facts) { m_viewFacts = facts; }
    void noteActivity() { m_activeTime.note(ActiveTime::Clock::now()); }
    void pauseActivity() { m_activeTime.pause(); }

    /// Tries again what could not be saved. Answers the document and emits saved() or saveFailed().
    void save();
    Status submit();
    Status reopen(const std::string& reason);
    Status markInvalid(const std::string& reason);

Q_SIGNALS:
    void saved();
    void saveFailed(const vertescore::Error& error);
    void readingChanged(); ///< reading(): its state, its revision, its staleness

private:
    DocumentKeeper(DeskSession& session, StudyScan studyScan, std::unique_ptr<ScanDocument> document,
                   std::optional<LandmarkVersion> version, Reading reading);
    Status saveLandmarks();
    Status saveScores();
    Status refreshReading();
    ReadingContext context() const;
    void applyRights();

    DeskSession& m_session;
    StudyScan m_studyScan;
    std::unique_ptr<ScanDocument> m_document;
    std::optional<LandmarkVersion> m_version; ///< the newest in the file
    Landmarks m_savedLandmarks;
    ScoreContent m_savedScores;
    Reading m_reading;
    ViewFacts m_viewFacts;
    ActiveTime m_activeTime;
};

} // namespace vertescore
