// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/TruthFile.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vertescore {

class Workspace;

/// How many scans of a study that trains have a truth, and two ways to more: scan by scan, or from a file, of
/// which is shown what would come in and everything that is wrong before anything is recorded. For the
/// coordinator alone. GUI thread.
class TrainingCard : public QFrame {
    Q_OBJECT
public:
    explicit TrainingCard(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the card
    void refresh(); ///< a study that does not train hides the card
    void openFile(const QString& path);

Q_SIGNALS:
    void truthRequested();
    void changed();
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeFound();
    void choose();
    void showFile(const TruthFile& file, const QString& name);
    void record();
    void forget();

    Workspace& m_workspace;
    TruthFile m_file;
    QLabel* m_truths;
    QWidget* m_found = nullptr; ///< what a file says; hidden without one
    QLabel* m_summary = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_record = nullptr;
};

} // namespace vertescore
