// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session/Workspace.h"

#include "core/base/Log.h"

#include <algorithm>

namespace vertescore {
namespace {

constexpr std::size_t kKeptDocuments = 40;

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {
    connect(&m_worklist, &WorklistModel::thumbnailWanted, this, [this](ScanId scan) {
        if (!m_session) return;
        if (const auto studyScan = m_session->scan(scan)) m_loader.loadThumbnail(*studyScan);
    });
    connect(&m_loader, &ScanLoader::thumbnailReady, &m_worklist, &WorklistModel::setThumbnail);
    connect(&m_loader, &ScanLoader::loaded, this, &Workspace::receiveScan);
    connect(&m_loader, &ScanLoader::failed, this, [this](const StudyScan& scan, const Error& error) {
        if (m_current != scan.id) return;
        putOnDesk(nullptr);
        Q_EMIT failed(error);
    });
    connect(&m_imports, &ImportJob::finished, this, [this](const IntakeReport& report) {
        refreshWorklist();
        if (report.first && (!m_current || m_showsAdded)) showScan(*report.first);
    });
    connect(&m_merges, &MergeJob::finished, this, [this](const MergeJob::Outcome& outcome) {
        if (!outcome.isTrial) catchUp();
    });
}

Workspace::~Workspace() {
    clearDesk();
}

Status Workspace::openStudy(const std::filesystem::path& path) {
    auto store = StudyStore::open(path);
    if (!store && store.error().code == ErrorCode::StudyReadOnly) {
        OpenOptions readOnly;
        readOnly.access = StudyAccess::ReadOnly;
        store = StudyStore::open(path, readOnly);
    }
    if (!store) return failure(store.error());
    closeStudy();
    m_store.emplace(std::move(*store));
    m_presence.enter(m_store->path());
    logMessage(LogLevel::Note, "study opened");
    Q_EMIT studyChanged();
    return {};
}

void Workspace::closeStudy() {
    if (!m_store) return;
    signOut();
    m_store.reset();
    m_presence.leave();
    Q_EMIT studyChanged();
}

void Workspace::catchUp() {
    if (!m_session) return;
    refreshWorklist();
    const ReaderSession* reader = m_session->reader();
    if (!reader || !m_shown || m_shown->document().saveState() != ScanDocument::SaveState::Saved) return;
    const auto now = reader->reading(m_shown->studyScan().id);
    const Reading& known = m_shown->reading();
    if (!now || (now->state == known.state && now->revision == known.revision && now->sheet == known.sheet))
        return;
    // Somebody went on with this reading elsewhere: what is in the file is what holds.
    const StudyScan studyScan = m_shown->studyScan();
    const ReadyScan scan = m_shown->document().readyScan();
    putOnDesk(nullptr);
    m_kept.remove_if(
        [](const auto& keeper) { return keeper->document().saveState() == ScanDocument::SaveState::Saved; });
    receiveScan(studyScan, scan);
}

Status Workspace::signIn(const DeskSignIn& signIn) {
    if (!m_store) return failure(ErrorCode::StudyNotFound);
    auto session = DeskSession::open(*m_store, signIn);
    if (!session) return failure(session.error());
    signOut();
    m_session.emplace(std::move(*session));
    m_signIn = signIn.signIn;
    if (m_session->person().hasRole(Role::Coordinator)) {
        auto coordinator = m_store->openCoordinatorSession(signIn.signIn);
        if (!coordinator) return failure(coordinator.error());
        m_coordinator.emplace(std::move(*coordinator));
    }
    refreshWorklist();
    Q_EMIT signedInChanged();
    return {};
}

void Workspace::beginSignIn(const DeskSignIn& signIn) {
    if (!m_store) return;
    const auto enter = [this](const DeskSignIn& proven) {
        if (const Status status = this->signIn(proven); !status)
            Q_EMIT signInRefused(status.error());
        else
            Q_EMIT signedIn();
    };
    const auto lock = m_store->passwordLock(signIn.signIn.person);
    if (!lock) return Q_EMIT signInRefused(lock.error());
    if (!*lock) return enter(signIn);
    m_background.run([lock = **lock, password = signIn.signIn.password] { return lock.prove(password); },
                     [this, enter, signIn, study = m_store->study().uid](const Result<PasswordProof>& proof) {
                         if (!m_store || m_store->study().uid != study) return;
                         if (!proof) return Q_EMIT signInRefused(proof.error());
                         DeskSignIn proven = signIn;
                         proven.signIn = {.person = signIn.signIn.person, .password = {}, .proof = *proof};
                         enter(proven);
                     });
}

void Workspace::signOut() {
    if (!m_session) return;
    clearDesk();
    m_coordinator.reset();
    m_session.reset();
    m_signIn = {};
    m_worklist.setWorklist({});
    Q_EMIT signedInChanged();
}

void Workspace::clearDesk() {
    putOnDesk(nullptr);
    m_current.reset();
    m_history.clear();
    m_kept.clear();
    m_aside.reset();
}

Result<RatingTable> Workspace::ratings() const {
    if (!m_coordinator) return failure(ErrorCode::NotAllowed);
    const auto rows = m_coordinator->ratings();
    if (!rows) return failure(rows.error());
    return makeRatingTable(*rows);
}

void Workspace::verify(std::function<void(Result<StudyCheck>)> done) {
    if (!m_store) return;
    m_background.run(
        [path = m_store->path()]() -> Result<StudyCheck> {
            OpenOptions readOnly;
            readOnly.access = StudyAccess::ReadOnly;
            auto store = StudyStore::open(path, readOnly);
            if (!store) return failure(store.error());
            return store->verify();
        },
        std::move(done));
}

bool Workspace::mayAddScans() const {
    if (!m_session || !m_store || m_store->access() == StudyAccess::ReadOnly) return false;
    const Person& person = m_session->person();
    return person.hasRole(Role::Annotator) || person.hasRole(Role::Coordinator);
}

void Workspace::addScans(std::vector<std::filesystem::path> paths, bool codesFromFileNames) {
    if (!mayAddScans()) return;
    m_showsAdded = codesFromFileNames;
    m_imports.start({m_store->path(), m_signIn, std::move(paths), codesFromFileNames});
}

bool Workspace::mayMerge() const {
    return m_coordinator && m_store->access() == StudyAccess::ReadWrite;
}

void Workspace::merge(std::vector<std::filesystem::path> files, bool isTrial) {
    if (!m_coordinator || (!isTrial && !mayMerge())) return;
    m_merges.start({m_store->path(), m_signIn, std::move(files), isTrial});
}

Progress Workspace::progress() const {
    const bool isReader = m_session && m_session->reader();
    return isReader ? readingProgress(m_worklist.worklist()) : landmarkProgress(m_worklist.worklist());
}

void Workspace::refreshWorklist() {
    if (!m_session) return;
    auto list = m_session->worklist();
    if (!list) {
        Q_EMIT failed(list.error());
        return;
    }
    m_worklist.setWorklist(std::move(*list));
    Q_EMIT progressChanged();
}

void Workspace::refreshRow(ScanId scan) {
    if (!m_session) return;
    auto row = m_session->worklistRow(scan);
    if (!row) {
        Q_EMIT failed(row.error());
        return;
    }
    m_worklist.setRow(std::move(*row));
    Q_EMIT progressChanged();
}

std::optional<ScanId> Workspace::nextUnfinished() const {
    const bool isReader = m_session && m_session->reader();
    const Worklist list = m_isLeastSureFirst ? leastSureFirst(m_worklist.worklist()) : m_worklist.worklist();
    return isReader ? nextUnread(list, m_current) : nextUnconfirmed(list, m_current);
}

void Workspace::showNextUnfinished() {
    if (const auto next = nextUnfinished())
        showScan(*next);
    else
        Q_EMIT allDone();
}

void Workspace::showLast() {
    if (m_history.empty()) return;
    const ScanId last = m_history.back();
    m_history.pop_back();
    // Going back and forth between two scans: the one that is left now is the one to come back to.
    showScan(last);
}

void Workspace::showScan(ScanId scan) {
    if (!m_session || m_current == scan) return;
    const auto studyScan = m_session->scan(scan);
    if (!studyScan) {
        Q_EMIT failed(studyScan.error());
        return;
    }
    if (m_current) m_history.push_back(*m_current);
    m_current = scan;
    if (DocumentKeeper* found = kept(scan)) return putOnDesk(found);
    m_loader.load(*studyScan);
}

void Workspace::receiveScan(const StudyScan& studyScan, const ReadyScan& scan) {
    if (m_current != studyScan.id || !m_session) return;
    // Work in the background may have opened it meanwhile.
    if (DocumentKeeper* found = kept(studyScan.id)) return putOnDesk(found);
    auto keeper = openKeeper(studyScan, scan);
    if (!keeper) {
        Q_EMIT failed(keeper.error());
        return;
    }
    m_kept.push_front(std::move(*keeper));
    putOnDesk(m_kept.front().get());
    trimKept();
}

Result<std::unique_ptr<DocumentKeeper>> Workspace::openKeeper(const StudyScan& studyScan,
                                                              const ReadyScan& scan) {
    auto keeper = DocumentKeeper::open(*m_session, studyScan, scan);
    if (!keeper) return keeper;
    connect(keeper->get(), &DocumentKeeper::saveFailed, this, &Workspace::saveFailed);
    connect(keeper->get(), &DocumentKeeper::readingChanged, this, [this, scan = studyScan.id] {
        refreshRow(scan);
        Q_EMIT readingChanged();
    });
    return keeper;
}

Result<DocumentKeeper*> Workspace::openAside(const StudyScan& studyScan, const ReadyScan& scan) {
    if (!m_session) return failure(ErrorCode::NotAllowed);
    const auto found = std::ranges::find_if(
        m_kept, [&](const auto& keeper) { return keeper->studyScan().id == studyScan.id; });
    if (found != m_kept.end()) return found->get();
    auto keeper = openKeeper(studyScan, scan);
    if (!keeper) return failure(keeper.error());
    // While there is room, what was done to the scan before can still be undone.
    if (m_aside && m_kept.size() < kKeptDocuments) m_kept.push_back(std::move(m_aside));
    m_aside = std::move(*keeper);
    return m_aside.get();
}

DocumentKeeper* Workspace::kept(ScanId scan) {
    if (m_aside && m_aside->studyScan().id == scan) {
        m_kept.push_front(std::move(m_aside));
        return m_kept.front().get();
    }
    const auto found =
        std::ranges::find_if(m_kept, [&](const auto& keeper) { return keeper->studyScan().id == scan; });
    if (found == m_kept.end()) return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front().get();
}

void Workspace::putOnDesk(DocumentKeeper* keeper) {
    if (keeper == m_shown) return;
    if (m_shown) m_shown->pauseActivity();
    Q_EMIT scanChanging();
    m_shown = keeper;
    if (m_shown) m_shown->noteActivity();
    Q_EMIT scanChanged();
    if (m_shown) prefetchNext();
}

void Workspace::trimKept() {
    while (m_kept.size() > kKeptDocuments &&
           m_kept.back()->document().saveState() == ScanDocument::SaveState::Saved)
        m_kept.pop_back();
}

void Workspace::prefetchNext() {
    const auto next = nextUnfinished();
    if (!next ||
        std::ranges::any_of(m_kept, [&](const auto& keeper) { return keeper->studyScan().id == *next; }))
        return;
    if (const auto studyScan = m_session->scan(*next)) m_loader.prefetch(*studyScan);
}

} // namespace vertescore
