// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ScanBar.h"

#include "ui/shell/Actions.h"
#include "ui/shell/DocumentKeeper.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>

namespace vertescore {
namespace {

void addButtons(QBoxLayout& row, Actions& actions, std::initializer_list<ActionId> ids) {
    for (const ActionId id : ids) row.addWidget(new ActionButton(actions.at(id), IconTone::Desk));
}

}  // namespace

ScanBar::ScanBar(Actions& actions, QWidget* parent)
    : QWidget(parent), m_code(new ElidedLabel), m_state(makeLabel({}, "small")) {
    setProperty("role", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    m_code->setProperty("role", QStringLiteral("heading"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, 4, kSpace, 4);
    row->setSpacing(2);
    addButtons(*row, actions, {ActionId::PreviousScan, ActionId::NextScan});
    row->addSpacing(kSpace);
    row->addWidget(m_code);
    row->addSpacing(kSpace);
    row->addWidget(m_state);
    row->addStretch(1);
    auto* network = new ActionButton(actions.at(ActionId::RunNetwork), IconTone::Accent);
    network->showText(tr("Find corners"));
    row->addWidget(network);
    row->addWidget(makeVerticalLine());
    addButtons(*row, actions, {ActionId::ToggleGuides, ActionId::ToggleCurve, ActionId::ToggleMask});
    row->addWidget(makeVerticalLine());
    addButtons(*row, actions, {ActionId::AutoWindow, ActionId::ResetWindow, ActionId::Invert});
    row->addWidget(makeVerticalLine());
    addButtons(*row, actions, {ActionId::ZoomFit, ActionId::ZoomOneToOne, ActionId::FullScreen});
    row->addWidget(makeVerticalLine());
    auto* next = new ActionButton(actions.at(ActionId::NextUnread), IconTone::Desk);
    next->showText(tr("Next"));
    row->addWidget(next);
}

void ScanBar::setKeeper(const DocumentKeeper* keeper, bool isReader) {
    m_code->setFullText(keeper ? QString::fromStdString(keeper->studyScan().code) : QString());
    QString state;
    if (keeper && isReader) {
        state = say(keeper->reading().state);
        if (keeper->reading().revision > 1) state += tr(" · revision %1").arg(keeper->reading().revision);
    }
    m_state->setText(state);
}

}  // namespace vertescore
