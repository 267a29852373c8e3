// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/WorklistModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QProgressBar;

namespace vertescore {

class DetectionBatch;
class DetectionStrip;
class ImportJob;
class SearchField;

/// The list of scans at the left: search, filter, thumbnails, states, n of N. GUI thread.
class WorklistPanel : public QWidget {
    Q_OBJECT
public:
    /// All outlive the panel.
    WorklistPanel(WorklistModel& model, ImportJob& imports, DetectionBatch& batch, QWidget* parent = nullptr);

    void setProgress(Progress progress, bool isReader);
    void setCurrent(std::optional<ScanId> scan);
    /// What the list says while the study has no scans; mayOpen: with the button that asks for some.
    void setEmptyText(const QString& text, bool mayOpen);
    void focusSearch();
    /// The neighbour in the order and selection shown now: step -1 or +1.
    std::optional<ScanId> neighbour(ScanId scan, int step) const;

Q_SIGNALS:
    void scanChosen(vertescore::ScanId scan);
    void openRequested();
    void leastSureFirstChanged(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeader();
    void refreshEmpty();
    void showCurrent();

    WorklistProxy m_proxy;
    std::optional<ScanId> m_current;
    QListView* m_list;
    SearchField* m_search = nullptr;
    QComboBox* m_filter = nullptr;
    QLabel* m_count = nullptr;
    QProgressBar* m_bar = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
    DetectionStrip* m_detections = nullptr;
    QString m_noScans;
    bool m_mayOpen = true;
};

} // namespace vertescore
