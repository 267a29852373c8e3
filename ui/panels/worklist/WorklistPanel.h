// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/WorklistModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;

namespace vertescore {

class ImportJob;

/// The list of scans at the left: search, filter, thumbnails, states, n of N. GUI thread.
class WorklistPanel : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the panel.
    WorklistPanel(WorklistModel& model, ImportJob& imports, QWidget* parent = nullptr);

    void setProgress(Progress progress, bool isReader);
    void setCurrent(std::optional<ScanId> scan);
    void focusSearch();
    /// The neighbour in the order and selection shown now: step -1 or +1.
    std::optional<ScanId> neighbour(ScanId scan, int step) const;

Q_SIGNALS:
    void scanChosen(vertescore::ScanId scan);
    void openRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeader();
    void refreshEmpty();

    WorklistProxy m_proxy;
    QListView* m_list;
    QLineEdit* m_search = nullptr;
    QComboBox* m_filter = nullptr;
    QLabel* m_count = nullptr;
    QProgressBar* m_bar = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
};

} // namespace vertescore
