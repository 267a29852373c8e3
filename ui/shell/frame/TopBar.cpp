// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/TopBar.h"

#include "ui/shell/Actions.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QMenuBar>

namespace vertescore {
namespace {

void addAll(QMenu& menu, Actions& actions, std::initializer_list<ActionId> ids) {
    for (const ActionId id : ids)
        menu.addAction(&actions.at(id));
    menu.addSeparator();
}

/// Never gives up a menu for want of room: names beside it can be cut short, a menu cannot.
class WholeMenuBar final : public QMenuBar {
public:
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

TopBar::TopBar(Actions& actions, Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_study(new ElidedLabel),
      m_badge(makeLabel(tr("Synthetic"), "badge")), m_person(new ElidedLabel), m_personIcon(makeLabel({})) {
    setProperty("role", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    dressAsDesk(*this);
    auto* mark = makeLabel({});
    mark->setPixmap(themedIcon(QStringLiteral("vertescore")).pixmap(QSize(26, 26), devicePixelRatioF()));
    mark->setAccessibleName(tr("VerteScore"));
    m_badge->setToolTip(tr("This study is made of phantoms and simulated readers; no patient was scanned."));
    m_personIcon->setPixmap(
        iconPixmap(QStringLiteral("person"), deskColours().mutedText, 18, devicePixelRatioF()));

    // In a narrow window the study's name gives way first: the window's title has it too.
    m_study->setMinimumWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, kSpace, 5);
    row->setSpacing(6);
    row->addWidget(mark);
    row->addWidget(makeMenus(actions), 0, Qt::AlignVCenter);
    row->addStretch(1);
    for (const ActionId id : {ActionId::DeskPage, ActionId::StudyPage, ActionId::AgreementPage}) {
        auto* tab = new ActionButton(actions.at(id), IconTone::Desk);
        tab->setProperty("role", QStringLiteral("tab"));
        tab->setText(actions.at(id).text());
        tab->setToolButtonStyle(Qt::ToolButtonTextOnly);
        row->addWidget(tab);
    }
    row->addStretch(1);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addSpacing(4);
    row->addWidget(m_study);
    row->addSpacing(kSpace);
    row->addWidget(m_personIcon);
    row->addWidget(m_person);
    row->addSpacing(4);
    row->addWidget(new ActionButton(actions.at(ActionId::SignOut), IconTone::Desk));
    row->addWidget(new ActionButton(actions.at(ActionId::KeyList), IconTone::Desk));
    connect(&workspace, &Workspace::studyChanged, this, &TopBar::refresh);
    connect(&workspace, &Workspace::signedInChanged, this, &TopBar::refresh);
    refresh();
}

QMenuBar* TopBar::makeMenus(Actions& actions) {
    auto* bar = new WholeMenuBar;
    bar->setNativeMenuBar(false);
    bar->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    QMenu& file = *bar->addMenu(tr("&File"));
    file.addAction(&actions.at(ActionId::OpenFile));
    file.addAction(&actions.at(ActionId::OpenFolder));
    m_recent = file.addMenu(tr("Open recent"));
    file.addSeparator();
    addAll(file, actions, {ActionId::OpenStudy, ActionId::NewStudy});
    addAll(
        file, actions,
        {ActionId::ArchivePage, ActionId::ArchiveNodes, ActionId::DeidentifyPage, ActionId::ImportLandmarks});
    addAll(file, actions, {ActionId::CopyPicture, ActionId::SavePicture, ActionId::Print});
    addAll(file, actions, {ActionId::Settings, ActionId::SignOut, ActionId::Quit});
    m_edit = bar->addMenu(tr("&Edit"));
    addAll(*m_edit, actions, {ActionId::Undo, ActionId::Redo});
    m_scan = bar->addMenu(tr("&Scan"));
    QMenu& scan = *m_scan;
    addAll(scan, actions,
           {ActionId::NextUnread, ActionId::NextScan, ActionId::PreviousScan, ActionId::LastScan,
            ActionId::SearchWorklist});
    addAll(scan, actions, {ActionId::RunNetwork, ActionId::StopNetwork, ActionId::AutoNetwork});
    m_landmarks = scan.addMenu(tr("Landmarks"));
    QMenu& grading = *scan.addMenu(tr("Grading"));
    addAll(grading, actions,
           {ActionId::Grade0, ActionId::Grade1, ActionId::Grade2, ActionId::Grade3, ActionId::Grade4,
            ActionId::NotReadable, ActionId::ClearCell});
    addAll(grading, actions, {ActionId::MarkWall, ActionId::TakeMeasured});
    addAll(scan, actions,
           {ActionId::StepLandmarks, ActionId::StepCrop, ActionId::StepScore, ActionId::StepSubmit});
    scan.addAction(&actions.at(ActionId::Submit));
    QMenu& view = *bar->addMenu(tr("&View"));
    addAll(view, actions,
           {ActionId::DeskPage, ActionId::StudyPage, ActionId::AgreementPage, ActionId::AdjudicationPage,
            ActionId::TruthPage, ActionId::MergePage});
    addAll(view, actions, {ActionId::ZoomIn, ActionId::ZoomOut, ActionId::ZoomFit, ActionId::ZoomOneToOne});
    m_greys = view.addMenu(tr("Greys"));
    addAll(*m_greys, actions, {ActionId::AutoWindow, ActionId::ResetWindow, ActionId::Invert});
    addAll(view, actions,
           {ActionId::TogglePoints, ActionId::ToggleLabels, ActionId::ToggleGuides, ActionId::ToggleCurve,
            ActionId::ToggleMask});
    for (const char* name : {"desk.showList", "desk.showSteps", "desk.resetPanels"})
        if (const Command* command = actions.find(QLatin1String(name))) view.addAction(command->action);
    view.addSeparator();
    addAll(view, actions, {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
    view.addAction(&actions.at(ActionId::FullScreen));
    QMenu& help = *bar->addMenu(tr("&Help"));
    addAll(help, actions, {ActionId::KeyList, ActionId::Palette, ActionId::ShowLog});
    return bar;
}

void TopBar::setDeskShown(bool shown) {
    for (QMenu* menu : {m_edit, m_scan})
        menu->menuAction()->setEnabled(shown);
}

void TopBar::refresh() {
    const StudyStore* store = m_workspace.store();
    const DeskSession* session = m_workspace.session();
    m_study->setFullText(store ? QString::fromStdString(store->study().settings.name) : QString());
    m_badge->setVisible(store && store->study().settings.isSynthetic);
    m_personIcon->setVisible(session);
    m_person->setVisible(session);
    m_person->setFullText(session ? QString::fromStdString(session->person().name) : QString());
}

} // namespace vertescore
