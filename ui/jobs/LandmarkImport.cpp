// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/LandmarkImport.h"

#include "ui/shell/session/Workspace.h"

namespace vertescore {

LandmarkImport::LandmarkImport(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace) {
    connect(&m_loader, &ScanLoader::loaded, this, &LandmarkImport::take);
    connect(&m_loader, &ScanLoader::failed, this, [this](const StudyScan& studyScan, const Error& error) {
        if (!isRunning() || studyScan.id != m_queue.front().scan.id) return;
        m_report.failed.emplace_back(studyScan.code, error);
        advance();
    });
    connect(&workspace, &Workspace::signedInChanged, this, &LandmarkImport::cancel);
}

void LandmarkImport::start(std::vector<IncomingLandmarks> scans) {
    if (isRunning() || scans.empty()) return;
    m_queue.assign(std::make_move_iterator(scans.begin()), std::make_move_iterator(scans.end()));
    m_total = static_cast<qsizetype>(m_queue.size());
    m_report = {};
    Q_EMIT progressed(0, m_total);
    goOn();
}

void LandmarkImport::cancel() {
    if (!isRunning()) return;
    m_report.isCancelled = true;
    finish();
}

void LandmarkImport::goOn() {
    if (m_queue.empty()) return finish();
    m_loader.load(m_queue.front().scan);
}

void LandmarkImport::take(const StudyScan& studyScan, const ReadyScan& scan) {
    if (!isRunning() || studyScan.id != m_queue.front().scan.id) return;
    const auto keeper = m_workspace.openAside(studyScan, scan);
    if (!keeper) {
        m_report.failed.emplace_back(studyScan.code, keeper.error());
        return advance();
    }
    ScanDocument& document = (*keeper)->document();
    const Landmarks before = document.landmarks();
    if (document.areLandmarksEditable()) document.importLandmarks(m_queue.front().landmarks);
    if (document.saveState() == ScanDocument::SaveState::Failed)
        m_report.failed.emplace_back(studyScan.code, Error{ErrorCode::StudyFailure, {}, std::nullopt});
    else
        ++(document.landmarks() == before ? m_report.unchanged : m_report.changed);
    advance();
}

void LandmarkImport::advance() {
    m_queue.pop_front();
    Q_EMIT progressed(m_total - static_cast<qsizetype>(m_queue.size()), m_total);
    // Not from within the loader's own signal, and never deeper than one scan.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isRunning()) goOn();
        },
        Qt::QueuedConnection);
}

void LandmarkImport::finish() {
    m_total = 0;
    m_queue.clear();
    m_workspace.refreshWorklist();
    Q_EMIT finished(m_report);
}

} // namespace vertescore
