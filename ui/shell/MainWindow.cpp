// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "core/pacs/NodeList.h"
#include "ui/canvas/ScanView.h"
#include "ui/pages/DeskPage.h"
#include "ui/pages/SignInPage.h"
#include "ui/pages/archive/ArchivePage.h"
#include "ui/pages/archive/NodesPage.h"
#include "ui/pages/deidentify/DeidentifyPage.h"
#include "ui/pages/landmarks/LandmarkImportPage.h"
#include "ui/pages/program/KeyListPage.h"
#include "ui/pages/program/LogPage.h"
#include "ui/pages/program/SettingsPage.h"
#include "ui/pages/study/MergePage.h"
#include "ui/pages/study/StudyAgreementPage.h"
#include "ui/pages/study/StudyPage.h"
#include "ui/pages/study/making/NewStudyPage.h"
#include "ui/pages/study/panel/AdjudicationPage.h"
#include "ui/pages/study/panel/TruthPage.h"
#include "ui/shell/Opening.h"
#include "ui/shell/Say.h"
#include "ui/shell/frame/Banner.h"
#include "ui/shell/frame/CommandPalette.h"
#include "ui/shell/frame/DeskPlaces.h"
#include "ui/shell/frame/DropHint.h"
#include "ui/shell/frame/StatusLine.h"
#include "ui/shell/frame/TopBar.h"
#include "ui/shell/output/Output.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

namespace vertescore {
namespace {

constexpr std::pair<ActionId, ThemeChoice> kThemes[] = {{ActionId::ThemeSystem, ThemeChoice::System},
                                                        {ActionId::ThemeLight, ThemeChoice::Light},
                                                        {ActionId::ThemeDark, ThemeChoice::Dark}};

/// Commands on the scan and its reading: their keys answer only while the desk is in view.
bool isForDesk(const Command& command) {
    switch (command.group) {
    case ActionGroup::Edit:
    case ActionGroup::Scans:
    case ActionGroup::Steps:
    case ActionGroup::Landmarks:
    case ActionGroup::Grading:
        return true;
    case ActionGroup::View:
        return command.name != QLatin1String("fullScreen");
    default:
        return false;
    }
}

} // namespace

MainWindow::MainWindow(WindowServices services, QSettings& settings, Theme& theme)
    : m_services(std::move(services)), m_settings(settings), m_theme(theme), m_actions(settings),
      m_job(m_services.detector), m_demo(m_services.demo) {
    setWindowTitle(QStringLiteral("VerteScore"));
    setAcceptDrops(true);
    m_opening = new Opening(*this, m_actions, settings);
    buildPages();
    connectActions();
    connectProgramPages();
    connectArchivePages();
    connectStudyPages();
    connectFiles();
    connectWorkspace();
    connectTheme();
    resize(1480, 940);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    fillRecent();
    refreshPages();
    showPage(m_signIn);
}

MainWindow::~MainWindow() {
    hide(); // the page in view gives its keys back, while there are any
}

void MainWindow::buildPages() {
    m_banner = new Banner;
    m_signIn = new SignInPage(m_actions);
    m_desk = new DeskPage(m_workspace, m_actions, m_job, m_settings);
    m_topBar = new TopBar(m_actions, m_workspace);
    m_study = new StudyPage(m_workspace);
    m_newStudy = new NewStudyPage;
    m_agreement = new StudyAgreementPage(m_workspace);
    m_adjudication = new AdjudicationPage(m_workspace, m_actions);
    m_truth = new TruthPage(m_workspace, m_actions);
    m_merge = new MergePage(m_workspace);
    m_keys = new KeyListPage(m_actions);
    m_settingsPage = new SettingsPage(m_actions, m_settings, m_services.folder);
    m_log = new LogPage(m_services.logFile);
    m_archive = new ArchivePage(m_workspace, m_settings, m_services.folder);
    m_nodes = new NodesPage(m_services.folder / pacs::kNodesFileName);
    m_deidentify = new DeidentifyPage(m_workspace);
    m_landmarkImport = new LandmarkImportPage(m_workspace);
    m_status = new StatusLine(m_desk->view(), m_job);
    dressAsDesk(*m_status);
    m_pages = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*>{
             m_signIn, m_desk, m_study, m_newStudy, m_agreement, m_adjudication, m_truth, m_merge, m_keys,
             m_settingsPage, m_log, m_archive, m_nodes, m_deidentify, m_landmarkImport})
        m_pages->addWidget(page);
    m_output =
        std::make_unique<Output>(m_workspace, m_actions, Output::Pages{*m_pages, *m_desk, *m_agreement});
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_topBar, m_banner})
        column->addWidget(part);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(all);
    m_palette = new CommandPalette(m_actions, this);
    m_dropHint = new DropHint(this);
    placeCommands();
}

void MainWindow::placeCommands() {
    for (const Command& command : m_actions.commands()) {
        if (command.group == ActionGroup::Landmarks) m_topBar->landmarkMenu().addAction(command.action);
        if (command.name.startsWith(QLatin1String("view."))) m_topBar->greysMenu().addAction(command.action);
        // The arrows belong to the grid and the scan, and are theirs already.
        if (command.action->shortcutContext() != Qt::WindowShortcut) continue;
        (isForDesk(command) ? static_cast<QWidget*>(m_desk) : this)->addAction(command.action);
    }
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto slot) {
        connect(&m_actions.at(id), &QAction::triggered, this, slot);
    };
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::SignOut, [this] { m_workspace.signOut(); });
    on(ActionId::DeskPage, [this] { showPage(m_desk); });
    on(ActionId::StudyPage, [this] {
        m_study->refresh();
        showPage(m_study);
    });
    on(ActionId::AgreementPage, [this] {
        showPage(m_agreement);
        m_agreement->refresh();
    });
    const auto begins = [this, on](ActionId id, auto* page) {
        on(id, [this, page] {
            showPage(page);
            page->begin();
        });
    };
    begins(ActionId::AdjudicationPage, m_adjudication);
    begins(ActionId::TruthPage, m_truth);
    begins(ActionId::MergePage, m_merge);
    on(ActionId::NewStudy, [this] {
        showPage(m_newStudy);
        m_newStudy->begin();
    });
    on(ActionId::Palette, [this] { m_palette->open(); });
    on(ActionId::FullScreen, [this] { setFullScreen(m_actions.at(ActionId::FullScreen).isChecked()); });
    // Escape leaves full-screen reading: people try it first.
    auto* escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    connect(escape, &QAction::triggered, this, [this] { setFullScreen(false); });
    connect(&m_actions.at(ActionId::FullScreen), &QAction::toggled, escape, &QAction::setEnabled);
    escape->setEnabled(false);
    addAction(escape);
}

void MainWindow::connectWorkspace() {
    connect(m_signIn, &SignInPage::signInRequested, this, [this](const DeskSignIn& signIn) {
        m_signIn->setChecking(true);
        m_workspace.beginSignIn(signIn);
    });
    connect(&m_workspace, &Workspace::studyChanged, this, [this] {
        const StudyStore* store = m_workspace.store();
        setWindowTitle(store ? QString::fromStdString(store->study().settings.name) +
                                   QStringLiteral(" \u2013 VerteScore")
                             : QStringLiteral("VerteScore"));
    });
    connect(&m_workspace, &Workspace::signedIn, this, &MainWindow::begin);
    connect(&m_workspace, &Workspace::signInRefused, this, [this](const Error& error) {
        m_signIn->setChecking(false);
        m_signIn->showProblem(say(error));
    });
    connect(m_signIn, &SignInPage::scansRequested, this, &MainWindow::openScans);
    connect(m_signIn, &SignInPage::studyRequested, this, &MainWindow::openStudy);
    connect(m_signIn, &SignInPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_desk, &DeskPage::refused, this, &MainWindow::showError);
    connect(&m_workspace, &Workspace::failed, this, &MainWindow::showError);
    connect(&m_workspace, &Workspace::saveFailed, this, &MainWindow::showSaveFailure);
    connect(&m_workspace.imports(), &ImportJob::failed, this, &MainWindow::showError);
    connect(&m_job, &DetectionJob::failed, this, &MainWindow::showError);
    connect(&m_workspace, &Workspace::scanChanged, this, &MainWindow::showStatus);
    connect(&m_workspace, &Workspace::allDone, this, [this] {
        m_banner->show(Banner::Tone::Good, tr("All scans of this list are finished. Well done."));
    });
    connect(&m_workspace, &Workspace::signedInChanged, this, [this] {
        refreshPages();
        if (!m_workspace.session()) {
            m_signIn->setStudy(m_workspace.store());
            showPage(m_signIn);
        }
    });
    connect(&m_demo, &DemoJob::progressed, m_signIn, &SignInPage::showPreparing);
    connect(&m_demo, &DemoJob::finished, this,
            [this](const std::filesystem::path& study) { openStudy(toQString(study)); });
    connect(&m_demo, &DemoJob::failed, this, [this](const Error& error) {
        m_signIn->setStudy(nullptr);
        showError(error);
    });
}

void MainWindow::connectTheme() {
    const auto chosen = static_cast<ThemeChoice>(m_settings.value(QStringLiteral("window/theme"), 0).toInt());
    for (const auto& [id, choice] : kThemes) {
        connect(&m_actions.at(id), &QAction::triggered, this, [this, choice = choice] {
            m_theme.choose(choice);
            m_settings.setValue(QStringLiteral("window/theme"), static_cast<int>(choice));
            for (const auto& [other, otherChoice] : kThemes)
                m_actions.at(other).setChecked(otherChoice == choice);
        });
        m_actions.at(id).setChecked(choice == chosen);
    }
    m_theme.choose(chosen);
    QAction& autoNetwork = m_actions.at(ActionId::AutoNetwork);
    autoNetwork.setChecked(m_settings.value(QStringLiteral("desk/autoNetwork"), true).toBool());
    connect(&autoNetwork, &QAction::toggled, this,
            [this](bool on) { m_settings.setValue(QStringLiteral("desk/autoNetwork"), on); });
    m_agreement->setColours(m_theme.colours());
    connect(&m_theme, &Theme::changed, this, [this] { m_agreement->setColours(m_theme.colours()); });
}

void MainWindow::begin() {
    m_signIn->setChecking(false);
    if (m_workspace.store()->access() == StudyAccess::ReadWrite) m_banner->dismiss();
    const bool isEmpty = m_workspace.worklist().rowCount() == 0;
    // A study without scans begins with adding some.
    if (isEmpty && m_workspace.coordinator() && !isOwnStudyOpen())
        return m_actions.at(ActionId::StudyPage).trigger();
    showPage(m_desk);
    m_desk->view().setFocus();
    if (isEmpty) return;
    m_workspace.showNextUnfinished();
    if (!m_workspace.currentScan()) m_workspace.showScan(m_workspace.worklist().worklist().front().scan);
}

void MainWindow::showStatus() {
    const bool isOnDesk = m_pages->currentWidget() == m_desk && m_workspace.keeper();
    m_status->setDocument(isOnDesk ? &m_workspace.keeper()->document() : nullptr);
}

void MainWindow::showError(const Error& error) {
    if (error.code == ErrorCode::Cancelled) return;
    m_banner->show(Banner::Tone::Bad, say(error));
}

void MainWindow::showSaveFailure(const Error& error) {
    m_banner->show(Banner::Tone::Bad, tr("Not saved. %1").arg(say(error)), tr("Save again"), [this] {
        if (DocumentKeeper* keeper = m_workspace.keeper()) keeper->save();
    });
}

void MainWindow::setFullScreen(bool on) {
    m_actions.at(ActionId::FullScreen).setChecked(on);
    m_topBar->setVisible(!on);
    m_desk->setReading(on);
    if (on) showPage(m_desk);
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!isFullScreen()) m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_desk->places().save();
    m_job.cancel();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) m_workspace.catchUp();
}

} // namespace vertescore
