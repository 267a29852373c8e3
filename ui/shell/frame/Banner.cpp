// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/Banner.h"

#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QTimer>

#include <chrono>

namespace vertescore {
namespace {

constexpr std::chrono::seconds kGoodNewsLast{8};

struct ToneLook {
    const char* name;
    const char* icon;
    QColor colour;
};

ToneLook lookOf(Banner::Tone tone) {
    const Colours& colours = deskColours();
    switch (tone) {
    case Banner::Tone::Good:
        return {"good", "saved", colours.good};
    case Banner::Tone::Warning:
        return {"warning", "warning", colours.warning};
    case Banner::Tone::Bad:
        return {"bad", "error", colours.bad};
    case Banner::Tone::Note:
        break;
    }
    return {"note", "note", colours.accentText};
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_icon(makeLabel({})), m_text(makeWrappedLabel({})), m_action(makeButton({})),
      m_expiry(new QTimer(this)) {
    setProperty("role", QStringLiteral("banner"));
    dressAsDesk(*this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setIcon(themedIcon(QStringLiteral("close"), IconTone::Desk));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss the message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kWideSpace, 6, kSpace, 6);
    row->setSpacing(kSpace + 4);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_onAction, nullptr);
        dismiss();
        if (action) action();
    });
    m_expiry->setSingleShot(true);
    m_expiry->setInterval(kGoodNewsLast);
    connect(m_expiry, &QTimer::timeout, this, &Banner::dismiss);
    setVisible(false);
}

void Banner::show(Tone tone, const QString& text) {
    show(tone, text, {}, nullptr);
}

void Banner::show(Tone tone, const QString& text, const QString& actionText, std::function<void()> action) {
    const ToneLook look = lookOf(tone);
    setTone(*this, look.name);
    m_icon->setPixmap(iconPixmap(QLatin1String(look.icon), look.colour, kIconSize, devicePixelRatioF()));
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_onAction = std::move(action);
    setAccessibleName(text);
    setVisible(true);
    if (tone == Tone::Good && actionText.isEmpty())
        m_expiry->start();
    else
        m_expiry->stop();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Banner::text() const {
    return isHidden() ? QString() : m_text->text();
}

void Banner::dismiss() {
    m_expiry->stop();
    m_onAction = nullptr;
    setVisible(false);
}

} // namespace vertescore
