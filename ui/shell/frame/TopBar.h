// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QMenuBar;
class QPushButton;

namespace vertescore {

class Actions;
class ElidedLabel;
class Workspace;

/// The first line of the window: menus, the three pages, which study it is, and who is signed in. GUI thread.
class TopBar : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the bar.
    TopBar(Actions& actions, Workspace& workspace, QWidget* parent = nullptr);

    QMenu& recentMenu() { return *m_recent; } ///< filled by the window
    QMenu& landmarkMenu() { return *m_landmarks; }
    QMenu& greysMenu() { return *m_greys; } ///< for the commands of the view
    /// Commands on the scan answer only while the scan is in view.
    void setDeskShown(bool shown);

private:
    QMenuBar* makeMenus(Actions& actions);
    void refresh();

    Workspace& m_workspace;
    QMenu* m_recent = nullptr;
    QMenu* m_landmarks = nullptr;
    QMenu* m_greys = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_scan = nullptr;
    ElidedLabel* m_study;
    QLabel* m_badge;
    ElidedLabel* m_person;
    QLabel* m_personIcon;
};

} // namespace vertescore
