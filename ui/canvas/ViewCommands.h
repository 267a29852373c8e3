// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;

namespace vertescore {

class ScanView;

/// What the keyboard does to the greys and marks of a view: presets, steps of the window, and hiding the
/// marks while a key is held. GUI thread.
class ViewCommands : public QObject {
    Q_OBJECT

public:
    explicit ViewCommands(ScanView& view); ///< becomes the view's child

    /// For menus and the list of keys: objectName is a stable id ("view.softTissue"), text is translated,
    /// shortcut is the default. Owned by this.
    const QList<QAction*>& commands() const { return m_commands; }
    /// Checkable: the next scan is shown with the window of this one.
    QAction& keepWindow() const { return *m_keepWindow; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makePresets();
    void makeSteps();
    void makeHide();
    QAction* add(const char* id, const QString& text, const char* iconName, const char* key,
                 std::function<void()> run);

    ScanView& m_view;
    QList<QAction*> m_commands;
    QAction* m_keepWindow = nullptr;
    QAction* m_hide = nullptr;
};

} // namespace vertescore
