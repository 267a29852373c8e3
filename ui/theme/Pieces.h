// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icon.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

class QAction;

/// The small pieces that every page is made of, dressed by the style sheet through their property "role".
namespace vertescore {

inline constexpr int kSpace = 8;      ///< between things that belong together, device-independent pixels
inline constexpr int kWideSpace = 16; ///< between groups; the margin of panels
inline constexpr int kIconSize = 20;

/// Sets the property that the style sheet asks for, also on a widget that is shown already.
void setRole(QWidget& widget, const char* role);
void setTone(QWidget& widget, const char* tone);

/// roles: "display", "title", "heading", "lead", "section", "muted", "small", "good", "warning", "bad",
/// "badge", "key".
QLabel* makeLabel(const QString& text, const char* role = nullptr);
QLabel* makeWrappedLabel(const QString& text, const char* role = nullptr);
QFrame* makeLine();
QFrame* makeVerticalLine();
QFrame* makeCard();
/// roles: "primary", "link", "choice", or none.
QPushButton* makeButton(const QString& text, const char* role = nullptr);

/// A label that shortens a long text in the middle with an ellipsis, and shows all of it as tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setFullText(const QString& text);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

/// A field that a list is searched by. Its name is what it is called aloud and, while it is empty, what
/// stands in it.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& name, IconTone tone = IconTone::Page, QWidget* parent = nullptr);
    void begin(); ///< takes the focus; typing replaces what was searched for
};

/// In a page that scrolls the wheel must not change what lies under the pointer: the page gets it.
void leaveWheelToPage(QWidget& field);

/// Shows a panel beside the scan: scrolls up and down only, and is never narrower than what it shows, in
/// whatever language, style and font.
class SideArea final : public QScrollArea {
    Q_OBJECT
public:
    explicit SideArea(QWidget* panel); ///< takes the panel
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// A button for an action of the registry with an icon in a tone of its own; follows the action's state.
class ActionButton : public QToolButton {
    Q_OBJECT
public:
    ActionButton(QAction& action, IconTone tone, QWidget* parent = nullptr);
    /// Text beside the icon instead of the icon alone.
    void showText(const QString& text);

private:
    void follow();
    QAction& m_action;
};

} // namespace vertescore
