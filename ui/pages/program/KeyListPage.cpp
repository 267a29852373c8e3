// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/program/KeyListPage.h"

#include "ui/models/ActionListModel.h"
#include "ui/pages/PageFrame.h"
#include "ui/shell/Actions.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace vertescore {

KeyListPage::KeyListPage(Actions& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_model(new ActionListModel(actions, this)),
      m_table(new QTableView), m_search(new SearchField(tr("Search commands and keys"))) {
    setProperty("role", QStringLiteral("page"));
    auto* proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(m_model);
    proxy->setFilterRole(ActionListModel::SearchRole);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_search, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);

    m_table->setModel(proxy);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ActionListModel::TextColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setTabKeyNavigation(false);

    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addLayout(makePageHead(tr("Keys"), {}, *this, &KeyListPage::closed));
    column->addWidget(makeWrappedLabel(
        tr("Choose a command to give it another key. On the scan itself, dragging moves corners, "
           "the wheel zooms, the right button changes the window, and the arrows nudge the chosen corner: a "
           "pixel, ten with Shift, a tenth with Ctrl."),
        "muted"));
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(makeEditor());
    fillPage(*this, column);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                m_name = index.data(ActionListModel::NameRole).toString();
                m_chosen->setText(index.siblingAtColumn(ActionListModel::TextColumn).data().toString());
                const Command* command = m_actions.find(m_name);
                m_key->setKeySequence(command ? command->action->shortcut() : QKeySequence());
                m_editor->setEnabled(command);
                m_answer->clear();
            });
}

QWidget* KeyListPage::makeEditor() {
    QFrame* card = makeCard();
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    row->setSpacing(12);
    m_chosen = makeLabel(tr("No command chosen"), "heading");
    m_key = new QKeySequenceEdit;
    m_key->setAccessibleName(tr("New key"));
    m_key->setMaximumWidth(200);
    m_key->setClearButtonEnabled(true);
    m_answer = makeWrappedLabel({}, "bad");
    m_editor = new QWidget;
    auto* editing = new QHBoxLayout(m_editor);
    editing->setContentsMargins(0, 0, 0, 0);
    editing->setSpacing(12);
    QPushButton* apply = makeButton(tr("Use this key"), "primary");
    QPushButton* asAtFirst = makeButton(tr("As at first"));
    editing->addWidget(m_key);
    editing->addWidget(apply);
    editing->addWidget(asAtFirst);
    m_editor->setEnabled(false);
    QPushButton* reset = makeButton(tr("All keys as at first"));
    row->addWidget(m_chosen);
    row->addWidget(m_editor);
    row->addWidget(m_answer, 1);
    row->addWidget(reset);
    // One chord: a second one would wait for a key that people take for another command.
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence& keys) {
        if (keys.count() > 1) m_key->setKeySequence(QKeySequence(keys[0]));
    });
    connect(asAtFirst, &QPushButton::clicked, this, [this] {
        if (const Command* command = m_actions.find(m_name)) m_key->setKeySequence(command->defaultKey);
        changeKey();
    });
    connect(apply, &QPushButton::clicked, this, &KeyListPage::changeKey);
    connect(reset, &QPushButton::clicked, &m_actions, &Actions::resetKeys);
    return card;
}

void KeyListPage::changeKey() {
    if (m_name.isEmpty()) return;
    const Status status = m_actions.setKey(m_name, m_key->keySequence());
    if (!status) {
        setRole(*m_answer, "bad");
        m_answer->setText(
            tr("Refused: this key belongs to «%1».").arg(QString::fromStdString(status.error().detail)));
        return;
    }
    setRole(*m_answer, "good");
    m_answer->setText(m_key->keySequence().isEmpty() ? tr("This command has no key now.")
                                                     : tr("This is the key from now on."));
}

void KeyListPage::begin() {
    m_search->begin();
}

} // namespace vertescore
