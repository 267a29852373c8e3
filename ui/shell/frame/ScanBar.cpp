// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/ScanBar.h"

#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/DocumentKeeper.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>

namespace vertescore {
namespace {

constexpr int kRoomForWords = 760;
constexpr int kRoomForAllButtons = 600;
constexpr int kRoomForIcons = 430;

void addButtons(QBoxLayout& row, Actions& actions, std::initializer_list<ActionId> ids) {
    for (const ActionId id : ids)
        row.addWidget(new ActionButton(actions.at(id), IconTone::Desk));
}

} // namespace

ScanBar::ScanBar(Actions& actions, QWidget* parent)
    : QWidget(parent), m_code(new ElidedLabel), m_state(makeLabel({}, "small")) {
    setProperty("role", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    m_code->setProperty("role", QStringLiteral("heading"));
    m_code->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("MMMMMMM")));
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
    m_network = network;
    row->addWidget(network);
    row->addWidget(makeVerticalLine());
    addButtons(*row, actions, {ActionId::ToggleGuides, ActionId::ToggleCurve, ActionId::ToggleMask});
    m_rarer = new QWidget;
    auto* rarer = new QHBoxLayout(m_rarer);
    rarer->setContentsMargins(0, 0, 0, 0);
    rarer->setSpacing(2);
    rarer->addWidget(makeVerticalLine());
    addButtons(*rarer, actions, {ActionId::AutoWindow, ActionId::ResetWindow, ActionId::Invert});
    rarer->addWidget(makeVerticalLine());
    addButtons(*rarer, actions, {ActionId::ZoomFit, ActionId::ZoomOneToOne});
    row->addWidget(m_rarer);
    row->addWidget(makeVerticalLine());
    addButtons(*row, actions, {ActionId::FullScreen});
    row->addWidget(makeVerticalLine());
    auto* next = new ActionButton(actions.at(ActionId::NextUnread), IconTone::Desk);
    next->showText(tr("Next"));
    m_next = next;
    row->addWidget(next);
}

QSize ScanBar::minimumSizeHint() const {
    return {kRoomForIcons, QWidget::minimumSizeHint().height()};
}

void ScanBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto style = width() < kRoomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton* button : {m_network, m_next})
        button->setToolButtonStyle(style);
    m_state->setVisible(width() >= kRoomForWords);
    m_rarer->setVisible(width() >= kRoomForAllButtons);
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

} // namespace vertescore
