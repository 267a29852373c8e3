// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace vertescore {

class Actions;

/// The registry of commands as a table: group, command, keys. GUI thread; the registry outlives it.
class ActionListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { GroupColumn, TextColumn, KeyColumn, ColumnCount };
    enum Role { NameRole = Qt::UserRole, SearchRole };

    explicit ActionListModel(const Actions& actions, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Actions& m_actions;
    int m_shownRows; ///< commands may be added, never taken away
};

} // namespace vertescore
