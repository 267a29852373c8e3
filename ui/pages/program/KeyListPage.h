// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QTableView;

namespace vertescore {

class Actions;
class SearchField;
class ActionListModel;

/// Every command with its key: to search, to start, and to give another key. GUI thread.
class KeyListPage : public QWidget {
    Q_OBJECT
public:
    explicit KeyListPage(Actions& actions, QWidget* parent = nullptr); ///< actions outlives the page
    void begin();                                                      ///< the search field takes the focus

Q_SIGNALS:
    void closed();

private:
    QWidget* makeEditor();
    void changeKey();

    Actions& m_actions;
    ActionListModel* m_model;
    QTableView* m_table;
    SearchField* m_search;
    QLabel* m_chosen = nullptr;
    QLabel* m_answer = nullptr;
    QWidget* m_editor = nullptr;
    QKeySequenceEdit* m_key = nullptr;
    QString m_name; ///< of the command that is chosen
};

} // namespace vertescore
