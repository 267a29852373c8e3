// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages of the window lead to each other, and who may see which.
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
#include "ui/shell/MainWindow.h"
#include "ui/shell/Opening.h"
#include "ui/shell/frame/Banner.h"
#include "ui/shell/frame/DeskPlaces.h"
#include "ui/shell/frame/TopBar.h"
#include "ui/shell/output/Output.h"

#include <QStackedWidget>

#include <algorithm>

namespace vertescore {

template <class Page>
void MainWindow::leadAside(ActionId id, Page* page) {
    connect(&m_actions.at(id), &QAction::triggered, this, [this, page] {
        showAside(page);
        if (m_pages->currentWidget() == page) page->begin();
    });
}

void MainWindow::connectProgramPages() {
    const auto aside = [this](ActionId id, auto* page) {
        using Page = std::remove_pointer_t<decltype(page)>;
        leadAside(id, page);
        connect(page, &Page::closed, this, [this] { showPage(m_pageBefore); });
    };
    aside(ActionId::KeyList, m_keys);
    aside(ActionId::Settings, m_settingsPage);
    aside(ActionId::ShowLog, m_log);
    connect(m_settingsPage, &SettingsPage::panelsResetRequested, &m_desk->places(), &DeskPlaces::reset);
    connect(m_settingsPage, &SettingsPage::restartRequested, this, &MainWindow::restartRequested);
    const auto note = [this](const QString& text) { m_banner->show(Banner::Tone::Good, text); };
    connect(m_log, &LogPage::noted, this, note);
    connect(m_output.get(), &Output::noted, this, note);
    connect(m_output.get(), &Output::refused, this, &MainWindow::showError);
}

void MainWindow::connectArchivePages() {
    const auto aside = [this](ActionId id, auto* page) {
        using Page = std::remove_pointer_t<decltype(page)>;
        leadAside(id, page);
        connect(page, &Page::refused, this, &MainWindow::showError);
    };
    aside(ActionId::ArchivePage, m_archive);
    aside(ActionId::ArchiveNodes, m_nodes);
    aside(ActionId::DeidentifyPage, m_deidentify);
    aside(ActionId::ImportLandmarks, m_landmarkImport);
    const auto note = [this](const QString& text) { m_banner->show(Banner::Tone::Good, text); };
    connect(m_deidentify, &DeidentifyPage::closed, this, [this] { showPage(m_pageBefore); });
    connect(m_deidentify, &DeidentifyPage::noted, this, note);
    connect(m_landmarkImport, &LandmarkImportPage::closed, this, [this] { showPage(m_pageBefore); });
    connect(m_landmarkImport, &LandmarkImportPage::imported, this, [this](const QString& text) {
        m_banner->show(Banner::Tone::Good, text);
        showPage(m_desk);
    });
    connect(m_deidentify, &DeidentifyPage::scansRequested, this,
            [this](bool folder) { m_deidentify->addScans(m_opening->askForScans(folder)); });
    connect(m_archive, &ArchivePage::closed, this, [this] { showPage(m_pageBefore); });
    // Nodes are entered on the way to an archive, and in the settings.
    connect(m_nodes, &NodesPage::closed, &m_actions.at(ActionId::ArchivePage), &QAction::trigger);
    connect(m_archive, &ArchivePage::nodesRequested, &m_actions.at(ActionId::ArchiveNodes),
            &QAction::trigger);
    connect(m_archive, &ArchivePage::scansFetched, this, [this](const QStringList& paths) {
        m_workspace.mayAddScans() && !isOwnStudyOpen() ? addScans(paths) : openScans(paths);
    });
    connect(m_archive, &ArchivePage::noted, this, note);
}

void MainWindow::connectStudyPages() {
    const auto note = [this](const QString& text) { m_banner->show(Banner::Tone::Good, text); };
    const auto lead = [this](auto signal, ActionId id) {
        connect(m_study, signal, &m_actions.at(id), &QAction::trigger);
    };
    const auto leadBack = [this](auto* page) {
        using Page = std::remove_pointer_t<decltype(page)>;
        connect(page, &Page::closed, &m_actions.at(ActionId::StudyPage), &QAction::trigger);
        connect(page, &Page::refused, this, &MainWindow::showError);
    };
    lead(&StudyPage::agreementRequested, ActionId::AgreementPage);
    lead(&StudyPage::adjudicationRequested, ActionId::AdjudicationPage);
    lead(&StudyPage::truthRequested, ActionId::TruthPage);
    lead(&StudyPage::mergeRequested, ActionId::MergePage);
    leadBack(m_adjudication);
    leadBack(m_truth);
    leadBack(m_merge);
    connect(m_study, &StudyPage::refused, this, &MainWindow::showError);
    connect(m_study, &StudyPage::noted, this, note);
    connect(m_study, &StudyPage::warned, this,
            [this](const QString& text) { m_banner->show(Banner::Tone::Bad, text); });
    connect(m_agreement, &StudyAgreementPage::refused, this, &MainWindow::showError);
    connect(m_agreement, &StudyAgreementPage::noted, this, note);
    connect(m_newStudy, &NewStudyPage::created, this, &MainWindow::openMadeStudy);
    connect(m_newStudy, &NewStudyPage::cancelled, this,
            [this] { showPage(m_workspace.session() ? static_cast<QWidget*>(m_desk) : m_signIn); });
}

void MainWindow::showAside(QWidget* page) {
    if (m_pages->currentWidget() == page) return showPage(m_pageBefore);
    // From one of these pages to another, the way back is still to the work.
    const std::initializer_list<QWidget*> aside{m_keys,  m_settingsPage, m_log,           m_archive,
                                                m_nodes, m_deidentify,   m_landmarkImport};
    QWidget* now = m_pages->currentWidget();
    if (std::ranges::find(aside, now) == aside.end()) m_pageBefore = now;
    showPage(page);
}

void MainWindow::showPage(QWidget* page) {
    m_pages->setCurrentWidget(page);
    m_topBar->setDeskShown(page == m_desk);
    showStatus();
    m_actions.at(ActionId::DeskPage).setChecked(page == m_desk);
    m_actions.at(ActionId::StudyPage).setChecked(isStudyShown());
    m_actions.at(ActionId::AgreementPage).setChecked(page == m_agreement);
    m_actions.at(ActionId::AdjudicationPage).setChecked(page == m_adjudication);
    m_actions.at(ActionId::TruthPage).setChecked(page == m_truth);
    m_actions.at(ActionId::MergePage).setChecked(page == m_merge);
    m_actions.at(ActionId::Settings).setChecked(page == m_settingsPage);
    m_actions.at(ActionId::ArchivePage).setChecked(page == m_archive);
    m_actions.at(ActionId::DeidentifyPage).setChecked(page == m_deidentify);
    m_actions.at(ActionId::ImportLandmarks).setChecked(page == m_landmarkImport);
}

bool MainWindow::isStudyShown() const {
    const QWidget* page = m_pages->currentWidget();
    return page == m_study || page == m_adjudication || page == m_truth || page == m_merge;
}

void MainWindow::refreshPages() {
    const bool isSignedIn = m_workspace.session() != nullptr;
    m_actions.at(ActionId::DeskPage).setEnabled(isSignedIn);
    m_actions.at(ActionId::StudyPage).setEnabled(isSignedIn);
    for (const ActionId id :
         {ActionId::AgreementPage, ActionId::AdjudicationPage, ActionId::TruthPage, ActionId::MergePage})
        m_actions.at(id).setEnabled(m_workspace.coordinator() != nullptr);
    // An archive shows patients' names: nothing for whoever reads blind.
    for (const ActionId id : {ActionId::ArchivePage, ActionId::ArchiveNodes})
        m_actions.at(id).setEnabled(!isSignedIn || m_workspace.coordinator() != nullptr);
    // So do scans that are to lose their names; annotators know these anyway.
    m_actions.at(ActionId::DeidentifyPage).setEnabled(!isSignedIn || m_workspace.isAnnotating());
    m_actions.at(ActionId::ImportLandmarks).setEnabled(m_workspace.isAnnotating());
    m_actions.at(ActionId::SignOut).setEnabled(isSignedIn);
}

} // namespace vertescore
