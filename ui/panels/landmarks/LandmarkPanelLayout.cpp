// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/LandmarkPanel_p.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace vertescore {
namespace {

/// A button that shows and triggers a command under a shorter name.
QPushButton* makeCommandButton(QAction& command, const QString& text) {
    QPushButton* button = makeButton(text);
    button->setIcon(command.icon());
    button->setCheckable(command.isCheckable());
    const auto follow = [button, &command] {
        button->setEnabled(command.isEnabled());
        button->setChecked(command.isChecked());
        button->setToolTip(command.toolTip());
    };
    follow();
    QObject::connect(&command, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, &command, &QAction::trigger);
    return button;
}

} // namespace

void LandmarkPanel::layOut() {
    State& s = *m_state;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    column->setSpacing(kSpace);
    column->addWidget(s.network);
    column->addSpacing(kSpace);
    column->addWidget(makeListHead());
    column->addWidget(s.list);
    auto* confirm = new QHBoxLayout;
    confirm->addWidget(makeCommandButton(*s.confirmVertebra, tr("Confirm vertebra")));
    s.confirmAllButton = makeCommandButton(*s.confirmAll, tr("Confirm all"));
    confirm->addWidget(s.confirmAllButton);
    column->addLayout(confirm);
    column->addWidget(makeLabelRow());
    column->addWidget(makeQuestion());
    column->addSpacing(kSpace);
    column->addWidget(makePointCard());
    s.placeButton = makeCommandButton(*s.place, tr("Place missing corners"));
    column->addWidget(s.placeButton);
    column->addStretch(1);
}

QWidget* LandmarkPanel::makeListHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    m_state->progress = makeLabel({}, "small");
    row->addWidget(makeLabel(tr("Vertebrae"), "section"));
    row->addStretch(1);
    row->addWidget(m_state->progress);
    return head;
}

QWidget* LandmarkPanel::makeLabelRow() {
    State& s = *m_state;
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, kSpace, 0, 0);
    grid->setHorizontalSpacing(2);
    grid->setVerticalSpacing(2);
    grid->addWidget(makeLabel(tr("Labels"), "section"), 0, 0, 1, 2);
    grid->addWidget(makeLabel(tr("Front of the patient"), "section"), 0, 3, 1, 2);
    const std::pair<QAction*, QString> shifts[] = {{s.shiftUp, tr("Up")}, {s.shiftDown, tr("Down")}};
    int column = 0;
    for (const auto& [action, text] : shifts) {
        auto* button = new ActionButton(*action, IconTone::Desk, box);
        button->showText(text);
        grid->addWidget(button, 1, column++);
    }
    grid->setColumnStretch(2, 1);
    s.left = new QToolButton;
    s.right = new QToolButton;
    s.left->setText(tr("Left"));
    s.right->setText(tr("Right"));
    s.left->setAccessibleName(tr("The front is on the left"));
    s.right->setAccessibleName(tr("The front is on the right"));
    const std::pair<QToolButton*, AnteriorSide> sides[] = {{s.left, AnteriorSide::Left},
                                                           {s.right, AnteriorSide::Right}};
    column = 3;
    for (const auto& [button, side] : sides) {
        button->setProperty("role", QStringLiteral("tab"));
        button->setCheckable(true);
        grid->addWidget(button, 1, column++);
        connect(button, &QToolButton::clicked, this, [this, side = side] {
            if (m_state->document) m_state->document->setAnterior(side);
            refreshCommands();
        });
    }
    return box;
}

QWidget* LandmarkPanel::makeQuestion() {
    m_state->question = makeCard();
    m_state->question->setObjectName(QStringLiteral("shiftQuestion"));
    auto* column = new QVBoxLayout(m_state->question);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(makeWrappedLabel(tr("There are grades already. Each of them stays with:")));
    auto* row = new QHBoxLayout;
    const std::pair<QString, std::function<void()>> answers[] = {
        {tr("its vertebra"), [this] { answerShift(true); }},
        {tr("its label"), [this] { answerShift(false); }},
        {tr("Cancel"), [this] { m_state->question->hide(); }}};
    for (const auto& [text, answer] : answers) {
        QPushButton* button = makeButton(text);
        connect(button, &QPushButton::clicked, this, answer);
        row->addWidget(button);
    }
    column->addLayout(row);
    m_state->question->hide();
    return m_state->question;
}

QWidget* LandmarkPanel::makePointCard() {
    State& s = *m_state;
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(4);
    s.corners = new CornerChooser;
    s.point = makeWrappedLabel({}, "heading");
    s.pointState = makeWrappedLabel({}, "small");
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(s.point);
    words->addWidget(s.pointState);
    words->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace);
    head->addWidget(s.corners, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    column->addLayout(head);
    connect(s.corners, &CornerChooser::cornerChosen, this, [this](const PointAddress& point) {
        Q_EMIT pointChosen(point);
        refreshTexts(); // a click on the chosen one unchecks its button
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    for (QAction* action : {s.lock, s.notVisible, s.restorePoint, s.clearPoint})
        row->addWidget(new ActionButton(*action, IconTone::Desk, card));
    row->addStretch(1);
    row->addWidget(makeLabel(tr("Vertebra"), "small"));
    for (QAction* action : {s.restoreVertebra, s.clearVertebra})
        row->addWidget(new ActionButton(*action, IconTone::Desk, card));
    column->addLayout(row);
    return card;
}

} // namespace vertescore
