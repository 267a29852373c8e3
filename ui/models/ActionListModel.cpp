// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ActionListModel.h"

#include "ui/shell/Actions.h"

namespace vertescore {
namespace {

QString plain(QString text) {
    return text.remove(QLatin1Char('&'));
}

QString keysOf(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QStringLiteral("; "), QStringLiteral("   "));
}

} // namespace

ActionListModel::ActionListModel(const Actions& actions, QObject* parent)
    : QAbstractTableModel(parent), m_actions(actions), m_shownRows(rowCount()) {
    connect(&actions, &Actions::keysChanged, this, [this] {
        if (m_shownRows != rowCount()) {
            beginResetModel();
            m_shownRows = rowCount();
            endResetModel();
        } else if (m_shownRows > 0) {
            Q_EMIT dataChanged(index(0, 0), index(m_shownRows - 1, ColumnCount - 1));
        }
    });
}

int ActionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_actions.commands().size());
}

int ActionListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Command& command = m_actions.commands()[static_cast<std::size_t>(index.row())];
    if (role == NameRole) return command.name;
    if (role == SearchRole)
        return QStringLiteral("%1 %2 %3")
            .arg(plain(command.action->text()), actionGroupTitle(command.group), keysOf(*command.action));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case GroupColumn:
        return actionGroupTitle(command.group);
    case TextColumn:
        return plain(command.action->text());
    case KeyColumn:
        return keysOf(*command.action);
    default:
        return {};
    }
}

QVariant ActionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    switch (section) {
    case GroupColumn:
        return tr("Group");
    case TextColumn:
        return tr("Command");
    case KeyColumn:
        return tr("Key");
    default:
        return {};
    }
}

} // namespace vertescore
