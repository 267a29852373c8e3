// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace vertescore {

class DetectionJob;
class ScanDocument;

/// Runs the network on the document: button, progress with the time left, cancel, and which weights the
/// points come from. What went wrong is the window's to say; a scan that was refused as frontal
/// can be called lateral here. GUI thread.
class NetworkCard : public QWidget {
    Q_OBJECT
public:
    /// job: not owned; null where there is no network.
    explicit NetworkCard(DetectionJob* job, QWidget* parent = nullptr);

    void setDocument(ScanDocument* document); ///< not owned
    /// Points of a person in the document make the question appear whether they are to be replaced.
    void refresh();

private:
    void start();
    void noteFailure(const Error& error);
    void showRun(double share);
    bool isRunningHere() const;

    DetectionJob* m_job;
    QPointer<ScanDocument> m_document;
    QPushButton* m_run;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_status;
    QCheckBox* m_replace;
    QElapsedTimer m_clock;
    bool m_isOurs = false;           ///< the last run was on this document
    bool m_isRefusedFrontal = false; ///< and ended so; the next one says that it is lateral
};

} // namespace vertescore
