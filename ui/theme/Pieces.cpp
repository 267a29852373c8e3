// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Pieces.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace vertescore {
namespace {

void setProperty(QWidget& widget, const char* name, const char* value) {
    widget.setProperty(name, QString::fromLatin1(value));
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

class WheelRefusal final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel) return false;
        event->ignore(); // so that it goes on to the parent
        return true;
    }
};

} // namespace

void setRole(QWidget& widget, const char* role) {
    setProperty(widget, "role", role);
}
void setTone(QWidget& widget, const char* tone) {
    setProperty(widget, "tone", tone);
}

QLabel* makeLabel(const QString& text, const char* role) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    if (role) label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QLabel* makeWrappedLabel(const QString& text, const char* role) {
    QLabel* label = makeLabel(text, role);
    label->setWordWrap(true);
    return label;
}

QFrame* makeLine() {
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

QFrame* makeVerticalLine() {
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("vline"));
    line->setFixedWidth(1);
    return line;
}

QFrame* makeCard() {
    auto* card = new QFrame;
    card->setProperty("role", QStringLiteral("card"));
    return card;
}

QPushButton* makeButton(const QString& text, const char* role) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    if (role) button->setProperty("role", QString::fromLatin1(role));
    return button;
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setFullText(text);
}

void ElidedLabel::setFullText(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::minimumSizeHint() const {
    // A short text stays whole; of a long one enough to tell it from others.
    const int enough = fontMetrics().horizontalAdvance(QStringLiteral("MMMM…MMM"));
    return {std::min(sizeHint().width(), enough), fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, area.width());
    setToolTip(shown == m_text ? QString() : m_text);
    QStyleOption option;
    option.initFrom(this);
    style()->drawItemText(&painter, area, static_cast<int>(alignment() | Qt::TextSingleLine), option.palette,
                          isEnabled(), shown, foregroundRole());
}

SearchField::SearchField(const QString& name, IconTone tone, QWidget* parent) : QLineEdit(parent) {
    setAccessibleName(name);
    setPlaceholderText(name);
    setClearButtonEnabled(true);
    addAction(themedIcon(QStringLiteral("search"), tone), QLineEdit::LeadingPosition);
}

void SearchField::begin() {
    setFocus();
    selectAll();
}

void leaveWheelToPage(QWidget& field) {
    field.setFocusPolicy(Qt::StrongFocus);
    field.installEventFilter(new WheelRefusal(&field));
}

SideArea::SideArea(QWidget* panel) {
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setWidget(panel);
    panel->setAutoFillBackground(false);
}

QSize SideArea::minimumSizeHint() const {
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar());
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

bool SideArea::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

ActionButton::ActionButton(QAction& action, IconTone tone, QWidget* parent)
    : QToolButton(parent), m_action(action) {
    setIcon(themedIcon(action.property("iconName").toString(), tone));
    setIconSize({kIconSize, kIconSize});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::showText(const QString& text) {
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void ActionButton::follow() {
    setEnabled(m_action.isEnabled());
    setVisible(m_action.isVisible());
    setCheckable(m_action.isCheckable());
    setChecked(m_action.isChecked());
    setToolTip(m_action.toolTip());
    setAccessibleName(m_action.text());
}

} // namespace vertescore
