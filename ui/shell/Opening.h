// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/RecentPlaces.h"

#include <QObject>

class QMenu;
class QMimeData;
class QSettings;
class QWidget;

namespace vertescore {

class Actions;

/// The ways by which files come in: dialogs, what is dropped on the window, what was opened before. Only asks
/// and sorts; whoever listens opens. GUI thread.
class Opening : public QObject {
    Q_OBJECT
public:
    /// window: of the dialogs. All outlive this.
    Opening(QWidget& window, Actions& actions, QSettings& settings);

    RecentPlaces recent() const;
    void fillRecentMenu(QMenu& menu);
    void noteStudy(const QString& path); ///< opened: it is a recent one now
    void noteScans(const QStringList& paths);

    static bool isStudyFile(const QString& path);
    /// Files and folders of a drag that comes from this computer.
    static QStringList pathsOf(const QMimeData& dragged);
    void drop(const QMimeData& dropped);
    /// Asks for files, or for one folder; empty when the user chose none.
    QStringList askForScans(bool folder);

Q_SIGNALS:
    void studyWanted(const QString& path);
    void scansWanted(const QStringList& paths);
    void scansDropped(const QStringList& paths);
    void recentChanged();

private:
    QWidget& m_window;
    QSettings& m_settings;
};

} // namespace vertescore
