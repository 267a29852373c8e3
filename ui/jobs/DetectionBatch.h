// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/ScanDocument.h"
#include "ui/shell/jobs/ScanLoader.h"

#include <QElapsedTimer>
#include <QPointer>

#include <deque>

namespace vertescore {

class DetectionJob;
class Workspace;

/// What a run over many scans gave.
struct DetectionReport {
    struct Failure {
        std::string code; ///< of the scan in the study
        Error error;
    };
    qsizetype found = 0;
    std::vector<Failure> failed;
    bool isCancelled = false;
};

/// Finds the corners of all scans that have none, in the background, one after another and through the job
/// that the window uses too: a run that somebody asks for goes first. Each result enters its document as a
/// command and is saved like any other edit; points that a person set meanwhile stay. GUI thread.
class DetectionBatch : public QObject {
    Q_OBJECT

public:
    /// Both outlive the batch.
    DetectionBatch(Workspace& workspace, DetectionJob& job, QObject* parent = nullptr);

    /// Scans without corners that the signed-in person may place them in.
    std::vector<ScanId> pending() const;
    void start(); ///< with pending(); does nothing while running, or when there are none
    void cancel();
    bool isRunning() const { return m_total > 0; }

Q_SIGNALS:
    void started();
    /// secondsLeft: 0 while that cannot be told.
    void progressed(qsizetype done, qsizetype total, int secondsLeft);
    void finished(const vertescore::DetectionReport& report);

private:
    void connectJob();
    void goOn();
    void receiveScan(const StudyScan& studyScan, const ReadyScan& scan);
    void tryRun();
    void noteFailure(const Error& error);
    void advance();
    void finish();

    Workspace& m_workspace;
    DetectionJob& m_job;
    ScanLoader m_loader;
    std::deque<ScanId> m_queue; ///< the first is under way
    qsizetype m_total = 0;
    QPointer<ScanDocument> m_document; ///< of the first, once it is read
    std::string m_code;
    bool m_isOurs = false; ///< the job runs for this batch
    QElapsedTimer m_clock;
    DetectionReport m_report;
};

} // namespace vertescore
