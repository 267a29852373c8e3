// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "ui/models/WorklistModel.h"
#include "ui/shell/jobs/Background.h"
#include "ui/shell/jobs/ImportJob.h"
#include "ui/shell/jobs/MergeJob.h"
#include "ui/shell/jobs/ScanLoader.h"
#include "ui/shell/session/DeskSession.h"
#include "ui/shell/session/DocumentKeeper.h"
#include "ui/shell/session/StudyPresence.h"

#include <QObject>

#include <list>

namespace vertescore {

/// The open study, who is signed in, and the scan on the desk. Pages and panels show it and ask it for
/// changes; it knows no widget. GUI thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Closes the study before. Falls back to reading only where the file cannot be written.
    Status openStudy(const std::filesystem::path& path);
    void closeStudy();
    bool isOpenElsewhere() const { return m_presence.isShared(); }
    /// The user comes back to the window: what other windows did to the study meanwhile shows.
    void catchUp();
    StudyStore* store() { return m_store ? &*m_store : nullptr; }
    const StudyStore* store() const { return m_store ? &*m_store : nullptr; }

    /// At once; with a password it takes tenths of a second, with a proof it does not.
    Status signIn(const DeskSignIn& signIn);
    /// Holds the password against its lock in the background; signedIn() or signInRefused() follows.
    void beginSignIn(const DeskSignIn& signIn);
    void signOut();
    const DeskSession* session() const { return m_session ? &*m_session : nullptr; }
    /// When the signed-in person coordinates as well; else nullptr.
    CoordinatorSession* coordinator() { return m_coordinator ? &*m_coordinator : nullptr; }
    /// Of every reader's submitted readings. NotAllowed unless the signed-in person coordinates.
    Result<RatingTable> ratings() const;
    /// Work of the signed-in coordinator that would make the window wait, on a connection of its own: work
    /// takes a CoordinatorSession& and gives a Result; done gets that, NotAllowed unless the signed-in person
    /// coordinates.
    template <class Work, class Done>
    void coordinate(Work work, Done done) {
        inBackground(&StudyStore::openCoordinatorSession, m_coordinator.has_value(), std::move(work),
                     std::move(done));
    }
    /// Whether the signed-in person may see whose scans they are: not those who only read.
    bool isAnnotating() const { return m_session && (!m_session->reader() || m_coordinator); }
    /// Work on an AnnotatorSession&, else as coordinate(); NotAllowed unless isAnnotating().
    template <class Work, class Done>
    void annotate(Work work, Done done) {
        inBackground(&StudyStore::openAnnotatorSession, isAnnotating(), std::move(work), std::move(done));
    }
    /// StudyStore::verify() in the background.
    void verify(std::function<void(Result<StudyCheck>)> done);
    bool mayAddScans() const;
    /// In the background; imports() tells. Puts the first of them on the desk when that is empty, or always
    /// when the codes are the files' names: a study of one's own.
    void addScans(std::vector<std::filesystem::path> paths, bool codesFromFileNames = false);
    ImportJob& imports() { return m_imports; }
    bool mayMerge() const; ///< the signed-in person coordinates, and the study can be written
    /// Takes in files of other workstations in the background, or only tries to; merges() tells.
    void merge(std::vector<std::filesystem::path> files, bool isTrial);
    MergeJob& merges() { return m_merges; }

    WorklistModel& worklist() { return m_worklist; }
    Progress progress() const; ///< n of N of the signed-in person's own work
    void refreshWorklist();

    /// Reads the scan in the background and puts it on the desk; scanChanged() or failed() follows.
    void showScan(ScanId scan);
    void showNextUnfinished();
    /// Which scan showNextUnfinished() takes: the next in the list, or the one the network was least sure of.
    void setLeastSureFirst(bool on) { m_isLeastSureFirst = on; }
    /// The document of a scan for work in the background, without putting it on the desk: the one that lies
    /// there already, or one opened with this scan. Valid until the next call, longer when it comes onto the
    /// desk. Errors: those of DocumentKeeper.
    Result<DocumentKeeper*> openAside(const StudyScan& studyScan, const ReadyScan& scan);
    void showLast(); ///< the scan that was on the desk before this one
    std::optional<ScanId> currentScan() const { return m_current; }
    DocumentKeeper* keeper() const { return m_shown; } ///< nullptr while nothing is on the desk

Q_SIGNALS:
    void studyChanged();
    void signedInChanged();
    void signedIn(); ///< beginSignIn() went well
    void signInRefused(const vertescore::Error& error);
    void scanChanging(); ///< keeper() is about to leave the desk
    void scanChanged();  ///< keeper() is another one, or none
    void readingChanged();
    void progressChanged();
    void allDone(); ///< asked for the next one, but every scan is finished
    void saveFailed(const vertescore::Error& error);
    void failed(const vertescore::Error& error);

private:
    template <class Session, class Work, class Done>
    void inBackground(Result<Session> (StudyStore::*open)(const SignIn&), bool isAllowed, Work work,
                      Done done) {
        using Answer = std::invoke_result_t<Work, Session&>;
        if (!isAllowed) return done(Answer(failure(ErrorCode::NotAllowed)));
        m_background.run(
            [path = m_store->path(), signIn = m_signIn, open, work = std::move(work)]() -> Answer {
                auto store = StudyStore::open(path);
                if (!store) return failure(store.error());
                auto session = ((*store).*open)(signIn);
                if (!session) return failure(session.error());
                return work(*session);
            },
            std::move(done));
    }
    void receiveScan(const StudyScan& studyScan, const ReadyScan& scan);
    Result<std::unique_ptr<DocumentKeeper>> openKeeper(const StudyScan& studyScan, const ReadyScan& scan);
    DocumentKeeper* kept(ScanId scan);
    void putOnDesk(DocumentKeeper* keeper);
    void trimKept();
    void refreshRow(ScanId scan); ///< each keystroke changes one row only
    void prefetchNext();
    std::optional<ScanId> nextUnfinished() const;
    void clearDesk();

    std::optional<StudyStore> m_store;
    std::optional<DeskSession> m_session;
    std::optional<CoordinatorSession> m_coordinator;
    SignIn m_signIn; ///< kept while signed in: imports open a connection of their own
    WorklistModel m_worklist;
    ScanLoader m_loader;
    ImportJob m_imports;
    MergeJob m_merges;
    Background m_background;
    StudyPresence m_presence;
    /// Newest first: scans seen in this session keep their undo history.
    std::list<std::unique_ptr<DocumentKeeper>> m_kept;
    std::unique_ptr<DocumentKeeper> m_aside;
    DocumentKeeper* m_shown = nullptr;
    bool m_isLeastSureFirst = false;
    std::optional<ScanId> m_current;
    std::vector<ScanId> m_history;
    bool m_showsAdded = false;
};

} // namespace vertescore
