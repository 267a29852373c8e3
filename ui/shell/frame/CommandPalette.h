// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QListView;
class QSortFilterProxyModel;

namespace vertescore {

class Actions;
class SearchField;

/// Type part of a command's name, press Enter: it runs. Lies over the window's upper middle; Escape closes.
/// GUI thread.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(Actions& actions, QWidget* window); ///< both outlive it
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void run();

    Actions& m_actions;
    QSortFilterProxyModel* m_proxy;
    SearchField* m_search;
    QListView* m_list;
};

} // namespace vertescore
