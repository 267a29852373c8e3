// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/DetectionJob.h"
#include "ui/shell/Actions.h"
#include "ui/shell/jobs/DemoJob.h"
#include "ui/shell/session/Workspace.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace vertescore {

class AdjudicationPage;
class ArchivePage;
class Banner;
class CommandPalette;
class DeidentifyPage;
class DeskPage;
class DropHint;
class KeyListPage;
class LandmarkImportPage;
class LogPage;
class MergePage;
class NewStudyPage;
class NodesPage;
class Opening;
class Output;
class SettingsPage;
class SignInPage;
class StatusLine;
class StudyAgreementPage;
class StudyPage;
class Theme;
class TopBar;
class TruthPage;
struct MadeStudy;

/// What the program gives the window.
struct WindowServices {
    DetectorFactory detector;
    DemoFactory demo;
    std::filesystem::path folder;  ///< for the demo and the user's own scans; exists
    std::filesystem::path logFile; ///< may be empty
};

/// The one window: top bar, banner, pages, status line. Binds; the work is in the pages and the workspace.
/// GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// settings and theme outlive the window.
    MainWindow(WindowServices services, QSettings& settings, Theme& theme);
    ~MainWindow() override;

    void openDemo();
    void openStudy(const QString& path);
    /// Scans go into the user's own study, "My scans", and onto the desk.
    void openScans(const QStringList& paths);

    Workspace& workspace() { return m_workspace; }
    Actions& actions() { return m_actions; }

Q_SIGNALS:
    void restartRequested(); ///< the window is to be made anew, in the language of the settings

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    void placeCommands(); ///< in menus, and their keys where they answer
    void connectActions();
    void connectFiles();
    void connectWorkspace();
    void connectTheme();
    void showPage(QWidget* page);
    void showStatus();
    void showError(const Error& error);
    void showSaveFailure(const Error& error);
    void begin();
    void fillRecent();
    void connectProgramPages();
    void connectArchivePages();
    void connectStudyPages();
    void openMadeStudy(const MadeStudy& study);
    bool isStudyShown() const; ///< the study's page, or one that leads back to it
    void showAside(QWidget* page);
    template <class Page>
    void leadAside(ActionId id, Page* page); ///< the command shows the page, or leads back
    void addScans(const QStringList& paths);
    void receiveDropped(const QStringList& paths);
    bool dropsIntoStudy() const;
    bool isOwnStudyOpen() const;
    void setFullScreen(bool on);
    Status openOwnStudy();
    void refreshPages();

    WindowServices m_services;
    QSettings& m_settings;
    Theme& m_theme;
    Actions m_actions;
    Workspace m_workspace;
    DetectionJob m_job;
    DemoJob m_demo;

    Banner* m_banner = nullptr;
    QStackedWidget* m_pages = nullptr;
    TopBar* m_topBar = nullptr;
    SignInPage* m_signIn = nullptr;
    DeskPage* m_desk = nullptr;
    StudyPage* m_study = nullptr;
    NewStudyPage* m_newStudy = nullptr;
    StudyAgreementPage* m_agreement = nullptr;
    AdjudicationPage* m_adjudication = nullptr;
    TruthPage* m_truth = nullptr;
    MergePage* m_merge = nullptr;
    KeyListPage* m_keys = nullptr;
    StatusLine* m_status = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    LogPage* m_log = nullptr;
    ArchivePage* m_archive = nullptr;
    NodesPage* m_nodes = nullptr;
    DeidentifyPage* m_deidentify = nullptr;
    LandmarkImportPage* m_landmarkImport = nullptr;
    CommandPalette* m_palette = nullptr;
    DropHint* m_dropHint = nullptr;
    Opening* m_opening = nullptr;
    std::unique_ptr<Output> m_output;
    QWidget* m_pageBefore = nullptr; ///< where keys, settings and log go back to
};

} // namespace vertescore
