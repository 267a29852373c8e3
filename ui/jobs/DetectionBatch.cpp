// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/DetectionBatch.h"

#include "ui/jobs/DetectionJob.h"
#include "ui/shell/session/Workspace.h"

#include <utility>

namespace vertescore {
namespace {

/// Without a network every further scan would fail in the same way.
bool endsTheBatch(ErrorCode code) {
    switch (code) {
    case ErrorCode::WeightsMissing:
    case ErrorCode::WeightsMalformed:
    case ErrorCode::WeightsMismatch:
    case ErrorCode::DeviceUnavailable:
        return true;
    default:
        return false;
    }
}

} // namespace

DetectionBatch::DetectionBatch(Workspace& workspace, DetectionJob& job, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_job(job) {
    connectJob();
    connect(&m_loader, &ScanLoader::loaded, this, &DetectionBatch::receiveScan);
    connect(&m_loader, &ScanLoader::failed, this, [this](const StudyScan& studyScan, const Error& error) {
        if (!isRunning() || studyScan.id != m_queue.front()) return;
        m_code = studyScan.code;
        noteFailure(error);
    });
    connect(&workspace, &Workspace::signedInChanged, this, &DetectionBatch::cancel);
}

void DetectionBatch::connectJob() {
    connect(&m_job, &DetectionJob::started, this,
            [this] { m_isOurs = m_document && m_job.document() == m_document; });
    connect(&m_job, &DetectionJob::finished, this, [this](ScanDocument* document) {
        if (!m_document || document != m_document) return;
        ++m_report.found;
        advance();
    });
    connect(&m_job, &DetectionJob::failed, this, [this](const Error& error) {
        if (isRunning() && m_isOurs) noteFailure(error);
    });
    connect(&m_job, &DetectionJob::cancelled, this, [this] {
        if (m_isOurs) cancel();
    });
    // Queued: by then whoever was waiting for the answer had it.
    connect(&m_job, &DetectionJob::runningChanged, this, &DetectionBatch::tryRun, Qt::QueuedConnection);
}

std::vector<ScanId> DetectionBatch::pending() const {
    std::vector<ScanId> scans;
    const DeskSession* session = m_workspace.session();
    if (!session || session->guides() != GuideDisplay::Editable) return scans;
    for (const WorklistRow& row : m_workspace.worklist().worklist())
        if (row.landmarks == LandmarkState::None) scans.push_back(row.scan);
    return scans;
}

void DetectionBatch::start() {
    if (isRunning()) return;
    const std::vector<ScanId> scans = pending();
    if (scans.empty()) return;
    m_queue.assign(scans.begin(), scans.end());
    m_total = static_cast<qsizetype>(scans.size());
    m_report = {};
    m_clock.start();
    Q_EMIT started();
    Q_EMIT progressed(0, m_total, 0);
    goOn();
}

void DetectionBatch::cancel() {
    if (!isRunning()) return;
    m_report.isCancelled = true;
    const bool stopsJob = std::exchange(m_isOurs, false);
    finish();
    if (stopsJob) m_job.cancel();
}

void DetectionBatch::goOn() {
    if (m_queue.empty()) return finish();
    const auto studyScan = m_workspace.session()->scan(m_queue.front());
    if (!studyScan) return noteFailure(studyScan.error());
    m_code = studyScan->code;
    m_loader.load(*studyScan);
}

void DetectionBatch::receiveScan(const StudyScan& studyScan, const ReadyScan& scan) {
    if (!isRunning() || studyScan.id != m_queue.front()) return;
    const auto keeper = m_workspace.openAside(studyScan, scan);
    if (!keeper) return noteFailure(keeper.error());
    ScanDocument& document = (*keeper)->document();
    // Somebody was quicker, or this scan is locked by now.
    if (!document.landmarks().isEmpty() || !document.areLandmarksEditable()) return advance();
    m_document = &document;
    if (m_queue.size() > 1)
        if (const auto next = m_workspace.session()->scan(m_queue[1])) m_loader.prefetch(*next);
    tryRun();
}

void DetectionBatch::tryRun() {
    if (!m_document || m_job.isRunning()) return;
    m_job.start(*m_document);
}

void DetectionBatch::noteFailure(const Error& error) {
    m_report.failed.push_back({m_code, error});
    if (endsTheBatch(error.code)) m_queue.resize(1);
    advance();
}

void DetectionBatch::advance() {
    m_document.clear();
    m_isOurs = false;
    m_queue.pop_front();
    const auto left = static_cast<qsizetype>(m_queue.size());
    const qsizetype done = m_total - left;
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    Q_EMIT progressed(done, m_total,
                      static_cast<int>(seconds / static_cast<double>(done) * static_cast<double>(left)));
    // Not from within the job's own signal, and never deeper than one scan.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isRunning()) goOn();
        },
        Qt::QueuedConnection);
}

void DetectionBatch::finish() {
    m_total = 0;
    m_queue.clear();
    m_document.clear();
    Q_EMIT finished(m_report);
}

} // namespace vertescore
