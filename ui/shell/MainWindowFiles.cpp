// SPDX-License-Identifier: GPL-3.0-or-later
// How studies and scans come into the window.
#include "ui/pages/DeskPage.h"
#include "ui/pages/SignInPage.h"
#include "ui/pages/deidentify/DeidentifyPage.h"
#include "ui/pages/landmarks/LandmarkImportPage.h"
#include "ui/pages/study/MergePage.h"
#include "ui/pages/study/StudyPage.h"
#include "ui/pages/study/making/NewStudyPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Opening.h"
#include "ui/shell/Say.h"
#include "ui/shell/frame/Banner.h"
#include "ui/shell/frame/DropHint.h"
#include "ui/shell/frame/TopBar.h"
#include "ui/shell/session/OwnStudy.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStackedWidget>

namespace vertescore {

void MainWindow::connectFiles() {
    connect(m_opening, &Opening::studyWanted, this, &MainWindow::openStudy);
    connect(m_opening, &Opening::scansWanted, this, &MainWindow::openScans);
    connect(m_opening, &Opening::scansDropped, this, &MainWindow::receiveDropped);
    connect(m_opening, &Opening::recentChanged, this, &MainWindow::fillRecent);
    const auto askAndAdd = [this](bool folder) { addScans(m_opening->askForScans(folder)); };
    connect(m_study, &StudyPage::addScansRequested, this, askAndAdd);
    // In a study of one's own, opening is adding; in another one, scans must not go elsewhere.
    connect(m_desk, &DeskPage::openRequested, this, [this, askAndAdd] {
        if (isOwnStudyOpen())
            m_actions.at(ActionId::OpenFile).trigger();
        else
            askAndAdd(false);
    });
}

void MainWindow::openDemo() {
    m_signIn->showPreparing(0);
    showPage(m_signIn);
    m_demo.start(m_services.folder);
}

void MainWindow::openStudy(const QString& path) {
    if (const Status status = m_workspace.openStudy(toPath(path)); !status) {
        if (status.error().code != ErrorCode::StudyLocked) return showError(status.error());
        return m_banner->show(Banner::Tone::Bad, say(status.error()), tr("Try again"),
                              [this, path] { openStudy(path); });
    }
    m_banner->dismiss();
    // The demo and the user's own scans have their own ways in.
    if (m_workspace.store()->path().parent_path().parent_path() != m_services.folder && !isOwnStudyOpen())
        m_opening->noteStudy(path);
    m_signIn->setStudy(m_workspace.store());
    showPage(m_signIn);
    if (m_workspace.store()->access() == StudyAccess::ReadOnly)
        m_banner->show(Banner::Tone::Warning,
                       tr("This study can be read but not changed: its file cannot be written."));
    else if (const auto behind = m_workspace.store()->clockBehind(); behind && *behind)
        m_banner->show(
            Banner::Tone::Warning,
            tr("The clock of this computer is %n minute(s) behind the study's last entry. Everything is "
               "recorded all the same, in its order; set the clock right.",
               nullptr, static_cast<int>((*behind)->count())));
    else if (m_workspace.isOpenElsewhere())
        m_banner->show(Banner::Tone::Note,
                       tr("This study is open in another window too. Both save every change at once; what is "
                          "done there shows here when you come back to this window."));
}

/// Whoever has just made a study goes on with it, signed in as its coordinator.
void MainWindow::openMadeStudy(const MadeStudy& study) {
    openStudy(toQString(study.file));
    if (!m_workspace.store() || m_workspace.store()->path() != study.file) return; // refused, and said
    const DeskSignIn signIn{.signIn = study.coordinator, .asReader = false, .pass = {}};
    if (const Status status = m_workspace.signIn(signIn); !status) return showError(status.error());
    m_actions.at(ActionId::StudyPage).trigger();
    if (study.problem) return showError(*study.problem);
    const auto scans = static_cast<int>(study.intake.added.size());
    const auto skipped = static_cast<int>(study.intake.skipped.size());
    QStringList words{tr("The study is made.")};
    if (scans > 0) words << tr("%n scan(s) are in.", nullptr, scans);
    if (study.hiddenRepeats > 0)
        words << tr("%n of them will be shown twice.", nullptr, static_cast<int>(study.hiddenRepeats));
    if (skipped > 0) words << tr("%n file(s) were skipped because they are no scans.", nullptr, skipped);
    m_banner->show(skipped > 0 ? Banner::Tone::Warning : Banner::Tone::Good, words.join(QLatin1Char(' ')));
}

bool MainWindow::isOwnStudyOpen() const {
    return m_workspace.store() && m_workspace.store()->path() == m_services.folder / kOwnStudyFile;
}

Status MainWindow::openOwnStudy() {
    const std::filesystem::path path = m_services.folder / kOwnStudyFile;
    if (m_workspace.session() && isOwnStudyOpen()) return {};
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
    m_opening->noteScans(paths);
    m_banner->dismiss();
    showPage(m_desk);
    m_workspace.addScans(std::move(files), true);
}

void MainWindow::addScans(const QStringList& paths) {
    if (paths.isEmpty()) return;
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.push_back(toPath(path));
    m_workspace.addScans(std::move(files));
    showPage(m_desk);
}

bool MainWindow::dropsIntoStudy() const {
    return m_workspace.mayAddScans() && !isOwnStudyOpen() &&
           (m_pages->currentWidget() == m_study || m_workspace.progress().total == 0);
}

void MainWindow::receiveDropped(const QStringList& paths) {
    if (dropsIntoStudy())
        addScans(paths);
    else
        openScans(paths);
}

void MainWindow::fillRecent() {
    m_opening->fillRecentMenu(m_topBar->recentMenu());
    m_signIn->setRecent(m_opening->recent());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList paths = Opening::pathsOf(*event->mimeData());
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    if (m_pages->currentWidget() == m_merge)
        m_dropHint->showOver(tr("Drop to see what these files would bring"));
    else if (m_pages->currentWidget() == m_newStudy)
        m_dropHint->showOver(tr("Drop to begin the study with these scans"));
    else if (m_pages->currentWidget() == m_deidentify)
        m_dropHint->showOver(tr("Drop to copy these scans without identity"));
    else if (m_pages->currentWidget() == m_landmarkImport)
        m_dropHint->showOver(tr("Drop to see what landmarks this would bring"));
    else if (paths.size() == 1 && Opening::isStudyFile(paths.first()))
        m_dropHint->showOver(tr("Drop to open this study"));
    else if (dropsIntoStudy())
        m_dropHint->showOver(tr("Drop to add to «%1»")
                                 .arg(QString::fromStdString(m_workspace.store()->study().settings.name)));
    else
        m_dropHint->showOver(tr("Drop to open in «My scans»"));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event) {
    m_dropHint->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    event->acceptProposedAction();
    const QStringList paths = Opening::pathsOf(*event->mimeData());
    if (m_pages->currentWidget() == m_merge) return m_merge->addFiles(paths);
    if (m_pages->currentWidget() == m_newStudy) return m_newStudy->addScans(paths);
    if (m_pages->currentWidget() == m_deidentify) return m_deidentify->addScans(paths);
    if (m_pages->currentWidget() == m_landmarkImport) return m_landmarkImport->readFrom(paths.value(0));
    m_opening->drop(*event->mimeData());
}

} // namespace vertescore
