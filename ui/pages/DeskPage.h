// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "ui/shell/frame/StepPanel.h"

#include <QWidget>

class QSettings;

namespace vertescore {

class Actions;
class CropPanel;
class DeskPlaces;
class DetectionBatch;
class DetectionJob;
class LandmarkPanel;
class ScanBar;
class ScanView;
class ScorePanel;
class SubmitPanel;
class ViewCommands;
class Workspace;
class WorklistPanel;

/// The reading desk: worklist, scan, step panel. Dark neutral grey whatever the theme. GUI thread.
class DeskPage : public QWidget {
    Q_OBJECT
public:
    /// All outlive the page. settings: where each person's panels are remembered.
    DeskPage(Workspace& workspace, Actions& actions, DetectionJob& job, QSettings& settings);

    ScanView& view() { return *m_view; }
    void setReading(bool fullScreen); ///< the scan alone with its step panel, or everything
    DeskPlaces& places() { return *m_places; }
    static QString emptyText(bool mayAddScans);

Q_SIGNALS:
    void openRequested();
    void refused(const vertescore::Error& error);

protected:
    // The keys for grading, submitting and undoing are the desk's while it is in view.
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectView();
    void connectActions();
    void connectPanels();
    void connectOverlays();
    void connectBatch();
    void prepareStudy();
    void showScan();
    void findCornersOfNewScan();
    void showStep(Step step);
    void shareViewFacts();
    void refreshActions();

    Workspace& m_workspace;
    Actions& m_actions;
    DetectionJob& m_job;
    DetectionBatch* m_batch;
    WorklistPanel* m_worklist;
    ScanBar* m_bar;
    ScanView* m_view;
    ViewCommands* m_viewCommands;
    LandmarkPanel* m_landmarks;
    CropPanel* m_crop;
    ScorePanel* m_score;
    SubmitPanel* m_submit;
    StepPanel* m_steps;
    DeskPlaces* m_places;
    QAction* m_findAll = nullptr;
    bool m_networkFailed = false; ///< then it is not started by itself again
};

} // namespace vertescore
