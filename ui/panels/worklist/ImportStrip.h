// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/AddScans.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace vertescore {

class ImportJob;

/// Below the worklist while files are added: progress and cancel, then what was added and, file by file, what
/// was skipped and why. GUI thread.
class ImportStrip : public QFrame {
    Q_OBJECT
public:
    explicit ImportStrip(ImportJob& job, QWidget* parent = nullptr);

private:
    void showRunning();
    void showProgress(qsizetype done, qsizetype total);
    void showReport(const IntakeReport& report);

    QLabel* m_title;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_close;
    QListWidget* m_skipped;
};

} // namespace vertescore
