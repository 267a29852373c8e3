// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/output/Output.h"

#include "ui/pages/DeskPage.h"
#include "ui/pages/study/StudyAgreementPage.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/shell/output/CurrentPicture.h"
#include "ui/shell/output/Printing.h"
#include "ui/shell/session/Workspace.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStackedWidget>

namespace vertescore {
namespace {

bool isSynthetic(const Workspace& workspace) {
    return workspace.store()->study().settings.isSynthetic;
}

} // namespace

Output::Output(Workspace& workspace, Actions& actions, const Pages& pages)
    : m_workspace(workspace), m_actions(actions), m_pages(pages) {
    connect(&actions.at(ActionId::CopyPicture), &QAction::triggered, this, &Output::copy);
    connect(&actions.at(ActionId::SavePicture), &QAction::triggered, this, &Output::save);
    connect(&actions.at(ActionId::Print), &QAction::triggered, this, &Output::print);
    connect(&workspace, &Workspace::scanChanged, this, &Output::refresh);
    connect(&pages.all, &QStackedWidget::currentChanged, this, &Output::refresh);
    connect(&pages.agreement, &StudyAgreementPage::shown, this, &Output::refresh);
    refresh();
}

bool Output::isOnDesk() const {
    return m_pages.all.currentWidget() == &m_pages.desk;
}

void Output::refresh() {
    const bool hasPicture = isOnDesk() && m_workspace.keeper();
    const bool hasReport = m_pages.all.currentWidget() == &m_pages.agreement && m_pages.agreement.hasReport();
    for (const ActionId id : {ActionId::CopyPicture, ActionId::SavePicture, ActionId::Print})
        m_actions.at(id).setEnabled(hasPicture || hasReport);
}

void Output::copy() {
    if (!isOnDesk()) return m_pages.agreement.copyReport();
    QGuiApplication::clipboard()->setImage(
        currentPicture(*m_workspace.keeper(), m_pages.desk.view(), isSynthetic(m_workspace)));
    Q_EMIT noted(tr("The annotated picture is on the clipboard."));
}

void Output::save() {
    if (isOnDesk())
        savePicture();
    else
        m_pages.agreement.savePdf();
}

void Output::savePicture() {
    DocumentKeeper& keeper = *m_workspace.keeper();
    const QString path = QFileDialog::getSaveFileName(
        &m_pages.all, tr("Save annotated picture"),
        QString::fromStdString(keeper.studyScan().code) + QStringLiteral(".png"), tr("PNG (*.png)"));
    if (path.isEmpty()) return;
    const Status status =
        vertescore::savePicture(keeper, m_pages.desk.view(), isSynthetic(m_workspace), toPath(path));
    if (!status)
        Q_EMIT refused(status.error());
    else
        Q_EMIT noted(tr("Picture written to %1").arg(path));
}

void Output::print() {
    const bool isPrinted =
        isOnDesk() ? printPicture(&m_pages.all, currentPicture(*m_workspace.keeper(), m_pages.desk.view(),
                                                               isSynthetic(m_workspace)))
                   : m_pages.agreement.print();
    if (isPrinted) Q_EMIT noted(tr("Sent to the printer."));
}

} // namespace vertescore
