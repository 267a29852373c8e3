// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMainWindow>

class QAction;
class QDockWidget;
class QSettings;

namespace vertescore {

/// Where the panels of the desk stand: the scan in the middle, the list and the steps docked around it or
/// floating, as each person left them. A window within the page. GUI thread.
class DeskPlaces final : public QMainWindow {
    Q_OBJECT
public:
    /// Takes the three widgets; settings must outlive this.
    DeskPlaces(QWidget* list, QWidget* middle, QWidget* steps, QSettings& settings);

    /// Saves where the panels of the person before stand, and puts them as this one left them. Empty: nobody.
    void setPerson(const QString& person);
    void save();
    void reset();
    void setReading(bool fullScreen); ///< without the list, or everything as it was before

    QList<QAction*> commands() const { return m_commands; } ///< show the list, show the steps, reset

protected:
    // A floating panel is a window of its own, but belongs to the page and comes and goes with it.
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QDockWidget* makeDock(const QString& name, const QString& title, QWidget* panel, Qt::DockWidgetArea area);
    void makeCommands();
    QByteArray places() const;

    QSettings& m_settings;
    QDockWidget* m_list;
    QDockWidget* m_steps;
    QList<QAction*> m_commands;
    QByteArray m_first;           ///< as the program puts them
    QByteArray m_beforeReading;   ///< empty: not in full-screen reading
    QByteArray m_beforeHiding;    ///< empty: nothing floats unseen
    QList<QDockWidget*> m_hidden; ///< floating, while the page is hidden
    QString m_person;
};

} // namespace vertescore
