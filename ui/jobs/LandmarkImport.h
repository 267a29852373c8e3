// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/ImportLandmarks.h"
#include "ui/shell/jobs/ScanLoader.h"

#include <deque>

namespace vertescore {

class Workspace;

/// Puts landmarks of files into the documents of their scans, one after another: each is a command that can
/// be undone and is saved like any other edit; points that a person set stay. GUI thread.
class LandmarkImport : public QObject {
    Q_OBJECT
public:
    struct Report {
        qsizetype changed = 0;   ///< scans with new points
        qsizetype unchanged = 0; ///< nothing came in: every point was a person's, or locked
        std::vector<std::pair<std::string, Error>> failed; ///< by the scan's code
        bool isCancelled = false;
    };

    explicit LandmarkImport(Workspace& workspace, QObject* parent = nullptr); ///< workspace outlives it
    void start(std::vector<IncomingLandmarks> scans); ///< does nothing while running, or without any
    void cancel();
    bool isRunning() const { return m_total > 0; }

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype total);
    void finished(const vertescore::LandmarkImport::Report& report);

private:
    void goOn();
    void take(const StudyScan& studyScan, const ReadyScan& scan);
    void advance();
    void finish();

    Workspace& m_workspace;
    ScanLoader m_loader;
    std::deque<IncomingLandmarks> m_queue; ///< the first is under way
    qsizetype m_total = 0;
    Report m_report;
};

} // namespace vertescore
