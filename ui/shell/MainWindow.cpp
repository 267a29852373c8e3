// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/canvas/ScanView.h"
#include "ui/pages/DeskPage.h"
#include "ui/pages/SignInPage.h"
#include "ui/pages/program/KeyListPage.h"
#include "ui/pages/study/NewStudyPage.h"
#include "ui/pages/study/StudyAgreementPage.h"
#include "ui/pages/study/StudyPage.h"
#include "ui/shell/CurrentPicture.h"
#include "ui/shell/RecentStudies.h"
#include "ui/shell/Say.h"
#include "ui/shell/frame/Banner.h"
#include "ui/shell/frame/CommandPalette.h"
#include "ui/shell/frame/StatusLine.h"
#include "ui/shell/frame/TopBar.h"
#include "ui/shell/session/OwnStudy.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>

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

bool isStudyFile(const QString& path) {
    return path.endsWith(
        QLatin1String(kStudyFileExtension.data(), static_cast<qsizetype>(kStudyFileExtension.size())));
}

} // namespace

MainWindow::MainWindow(WindowServices services, QSettings& settings, Theme& theme)
    : m_services(std::move(services)), m_settings(settings), m_theme(theme), m_actions(settings),
      m_job(m_services.detector), m_demo(m_services.demo) {
    setWindowTitle(QStringLiteral("VerteScore"));
    setAcceptDrops(true);
    setMinimumSize(1000, 640);
    buildPages();
    connectActions();
    connectFiles();
    connectWorkspace();
    connectTheme();
    resize(1480, 940);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_desk->restorePlaces(settings);
    fillRecent();
    refreshPages();
    showPage(m_signIn);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages() {
    m_topBar = new TopBar(m_actions, m_workspace);
    m_banner = new Banner;
    m_signIn = new SignInPage(m_actions);
    m_desk = new DeskPage(m_workspace, m_actions, m_job);
    m_study = new StudyPage(m_workspace);
    m_newStudy = new NewStudyPage;
    m_agreement = new StudyAgreementPage(m_workspace);
    m_keys = new KeyListPage(m_actions);
    m_status = new StatusLine(m_desk->view(), m_job);
    dressAsDesk(*m_status);
    m_pages = new QStackedWidget;
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_signIn, m_desk, m_study, m_newStudy, m_agreement, m_keys})
        m_pages->addWidget(page);
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
    on(ActionId::NewStudy, [this] {
        showPage(m_newStudy);
        m_newStudy->begin();
    });
    on(ActionId::KeyList, [this] {
        if (m_pages->currentWidget() == m_keys) return showPage(m_pageBefore);
        m_pageBefore = m_pages->currentWidget();
        showPage(m_keys);
        m_keys->begin();
    });
    connect(m_keys, &KeyListPage::closed, this, [this] { showPage(m_pageBefore); });
    on(ActionId::Palette, [this] { m_palette->open(); });
    on(ActionId::FullScreen, [this] { setFullScreen(m_actions.at(ActionId::FullScreen).isChecked()); });
    on(ActionId::CopyPicture, [this] { runPicture(false); });
    on(ActionId::SavePicture, [this] { runPicture(true); });
    on(ActionId::ShowLog,
       [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(m_services.logFile))); });
    m_actions.at(ActionId::ShowLog).setEnabled(!m_services.logFile.empty());
    // Escape leaves full-screen reading: people try it first.
    auto* escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    connect(escape, &QAction::triggered, this, [this] { setFullScreen(false); });
    connect(&m_actions.at(ActionId::FullScreen), &QAction::toggled, escape, &QAction::setEnabled);
    escape->setEnabled(false);
    addAction(escape);
}

void MainWindow::connectFiles() {
    connect(&m_actions.at(ActionId::OpenFile), &QAction::triggered, this, [this] {
        openScans(QFileDialog::getOpenFileNames(
            this, tr("Open scans"), {}, tr("Scans (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)")));
    });
    connect(&m_actions.at(ActionId::OpenFolder), &QAction::triggered, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Open folder"));
        if (!folder.isEmpty()) openScans({folder});
    });
    connect(&m_actions.at(ActionId::OpenStudy), &QAction::triggered, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open study"), {},
                                                          tr("Studies (*.vertestudy);;All files (*)"));
        if (!path.isEmpty()) openStudy(path);
    });
    connect(m_study, &StudyPage::addScansRequested, this, [this](bool folder) {
        const QStringList chosen =
            folder ? QStringList{QFileDialog::getExistingDirectory(this, tr("Add folder"))}
                   : QFileDialog::getOpenFileNames(this, tr("Add scans"));
        std::vector<std::filesystem::path> paths;
        for (const QString& path : chosen)
            if (!path.isEmpty()) paths.push_back(toPath(path));
        if (paths.empty()) return;
        m_workspace.addScans(std::move(paths));
        showPage(m_desk);
    });
    connect(m_desk, &DeskPage::openRequested, &m_actions.at(ActionId::OpenFile), &QAction::trigger);
}

void MainWindow::connectWorkspace() {
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    connect(m_signIn, &SignInPage::studyRequested, this, &MainWindow::openStudy);
    connect(m_signIn, &SignInPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_newStudy, &NewStudyPage::created, this, &MainWindow::openStudy);
    connect(m_newStudy, &NewStudyPage::cancelled, this,
            [this] { showPage(m_workspace.session() ? static_cast<QWidget*>(m_desk) : m_signIn); });
    connect(m_study, &StudyPage::refused, this, &MainWindow::showError);
    connect(m_desk, &DeskPage::refused, this, &MainWindow::showError);
    connect(m_agreement, &StudyAgreementPage::refused, this, &MainWindow::showError);
    const auto note = [this](const QString& text) { m_banner->show(Banner::Tone::Good, text); };
    connect(m_study, &StudyPage::noted, this, note);
    connect(m_agreement, &StudyAgreementPage::noted, this, note);
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

void MainWindow::openDemo() {
    m_signIn->showPreparing(0);
    showPage(m_signIn);
    m_demo.start(m_services.folder);
}

void MainWindow::openStudy(const QString& path) {
    if (const Status status = m_workspace.openStudy(toPath(path)); !status) {
        showError(status.error());
        return;
    }
    m_banner->dismiss();
    // The demo and the user's own scans have their own ways in.
    if (m_workspace.store()->path().parent_path().parent_path() != m_services.folder) {
        rememberStudy(m_settings, path);
        fillRecent();
    }
    m_signIn->setStudy(m_workspace.store());
    showPage(m_signIn);
    if (m_workspace.store()->access() == StudyAccess::ReadOnly)
        m_banner->show(Banner::Tone::Warning,
                       tr("This study can be read but not changed: nothing you do in it is kept."));
}

void MainWindow::signIn(const DeskSignIn& signIn) {
    const Status status = m_workspace.signIn(signIn);
    if (!status) return m_signIn->showProblem(say(status.error()));
    begin();
}

void MainWindow::begin() {
    m_banner->dismiss();
    showPage(m_desk);
    m_desk->view().setFocus();
    if (m_workspace.worklist().rowCount() > 0) m_workspace.showNextUnfinished();
    if (!m_workspace.currentScan() && m_workspace.worklist().rowCount() > 0)
        m_workspace.showScan(m_workspace.worklist().worklist().front().scan);
}

Status MainWindow::openOwnStudy() {
    const std::filesystem::path path = m_services.folder / "my-scans.vertestudy";
    if (m_workspace.session() && m_workspace.store()->path() == path) return {};
    if (const Status status = ensureOwnStudy(path); !status) return status;
    if (const Status status = m_workspace.openStudy(path); !status) return status;
    const auto owner = ownSignIn(*m_workspace.store());
    if (!owner) return failure(owner.error());
    if (const Status status = m_workspace.signIn(*owner); !status) return status;
    showPage(m_desk);
    return {};
}

void MainWindow::openScans(const QStringList& paths) {
    if (paths.isEmpty()) return;
    if (const Status status = openOwnStudy(); !status) return showError(status.error());
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.push_back(toPath(path));
    m_workspace.addScans(std::move(files), true);
}

void MainWindow::showPage(QWidget* page) {
    m_pages->setCurrentWidget(page);
    m_topBar->setDeskShown(page == m_desk);
    showStatus();
    m_actions.at(ActionId::DeskPage).setChecked(page == m_desk);
    m_actions.at(ActionId::StudyPage).setChecked(page == m_study);
    m_actions.at(ActionId::AgreementPage).setChecked(page == m_agreement);
}

void MainWindow::showStatus() {
    const bool isOnDesk = m_pages->currentWidget() == m_desk && m_workspace.keeper();
    m_status->setDocument(isOnDesk ? &m_workspace.keeper()->document() : nullptr);
}

void MainWindow::refreshPages() {
    const bool isSignedIn = m_workspace.session() != nullptr;
    m_actions.at(ActionId::DeskPage).setEnabled(isSignedIn);
    m_actions.at(ActionId::StudyPage).setEnabled(isSignedIn);
    m_actions.at(ActionId::AgreementPage).setEnabled(m_workspace.coordinator() != nullptr);
    m_actions.at(ActionId::SignOut).setEnabled(isSignedIn);
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

void MainWindow::runPicture(bool toFile) {
    DocumentKeeper* keeper = m_workspace.keeper();
    if (!keeper) return;
    const bool isSynthetic = m_workspace.store()->study().settings.isSynthetic;
    if (!toFile) {
        copyPicture(*keeper, m_desk->view(), isSynthetic);
        m_banner->show(Banner::Tone::Good, tr("The annotated picture is on the clipboard."));
        return;
    }
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save annotated picture"),
        QString::fromStdString(keeper->studyScan().code) + QStringLiteral(".png"), tr("PNG (*.png)"));
    if (path.isEmpty()) return;
    if (const Status status = savePicture(*keeper, m_desk->view(), isSynthetic, toPath(path)); !status)
        showError(status.error());
    else
        m_banner->show(Banner::Tone::Good, tr("Picture written to %1").arg(path));
}

void MainWindow::fillRecent() {
    const QStringList recent = recentStudies(m_settings);
    m_topBar->recentMenu().clear();
    for (const QString& path : recent)
        m_topBar->recentMenu()
            .addAction(QFileInfo(path).completeBaseName(), this, [this, path] { openStudy(path); })
            ->setToolTip(path);
    m_topBar->recentMenu().setEnabled(!recent.isEmpty());
    m_signIn->setRecent(recent);
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
    m_desk->savePlaces(m_settings);
    m_job.cancel();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    event->acceptProposedAction();
    if (paths.size() == 1 && isStudyFile(paths.first())) return openStudy(paths.first());
    openScans(paths);
}

} // namespace vertescore
