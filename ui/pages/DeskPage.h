// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "ui/shell/frame/StepPanel.h"

#include <QWidget>

class QDockWidget;
class QMainWindow;
class QSettings;

namespace vertescore {

class Actions;
class CropPanel;
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
    void savePlaces();                ///< of the panels, for the person at the desk
    void resetPlaces();
    static QString emptyText(bool mayAddScans);

Q_SIGNALS:
    void openRequested();
    void refused(const vertescore::Error& error);

private:
    QDockWidget* makeDock(const QString& name, const QString& title, QWidget* panel, Qt::DockWidgetArea area);
    void makePlaces(QWidget* middle);
    void restorePlaces();
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
    QSettings& m_settings;
    QMainWindow* m_places; ///< the scan in the middle, panels docked around it
    QDockWidget* m_listDock = nullptr;
    QDockWidget* m_stepsDock = nullptr;
    QByteArray m_firstPlaces;  ///< as the program puts them
    QByteArray m_placesBefore; ///< full-screen reading
    QString m_person;          ///< whose places these are; empty: nobody is signed in
    QAction* m_findAll = nullptr;
    bool m_networkFailed = false; ///< then it is not started by itself again
};

} // namespace vertescore
