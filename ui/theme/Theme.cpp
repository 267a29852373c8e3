// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/Icon.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

#include <array>
#include <utility>

namespace vertescore {
namespace {

bool systemPrefersDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QString points(double scale) {
    const double size = QFontInfo(QApplication::font()).pointSizeF();
    return QString::number(size * scale, 'f', 1) + QStringLiteral("pt");
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_systemIsDark(systemPrefersDark()) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        m_systemIsDark = systemPrefersDark();
        if (m_choice == ThemeChoice::System) apply();
    });
#endif
    apply();
}

void Theme::choose(ThemeChoice choice) {
    if (choice == m_choice) return;
    m_choice = choice;
    apply();
}

bool Theme::isDark() const {
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
}

void Theme::apply() {
    QApplication::setPalette(paletteOf(colours()));
    qApp->setStyleSheet(styleSheetOf(colours()));
    Q_EMIT changed();
}

QString styleSheetOf(const Colours& colours) {
    openResources();
    QFile file(QStringLiteral(":/vertescore/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: one may begin with another.
    const std::array<std::pair<const char*, QString>, 20> values{{
        {"@accentHover", colours.accentHover.name()},
        {"@accentSoft", colours.accentSoft.name()},
        {"@accentText", colours.accentText.name()},
        {"@accent", colours.accent.name()},
        {"@bad", colours.bad.name()},
        {"@border", colours.border.name()},
        {"@good", colours.good.name()},
        {"@hover", colours.hover.name()},
        {"@muted", colours.mutedText.name()},
        {"@onAccent", colours.textOnAccent.name()},
        {"@raised", colours.raised.name()},
        {"@surface", colours.surface.name()},
        {"@text", colours.text.name()},
        {"@warning", colours.warning.name()},
        {"@window", colours.window.name()},
        {"@sizeDisplay", points(2.0)},
        {"@sizeTitle", points(1.45)},
        {"@sizeHeading", points(1.12)},
        {"@sizeSmall", points(0.88)},
        {"@sizeBody", points(1.0)},
    }};
    for (const auto& [name, value] : values)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

void dressAsDesk(QWidget& widget) {
    widget.setPalette(paletteOf(deskColours()));
    widget.setAutoFillBackground(true);
    widget.setStyleSheet(styleSheetOf(deskColours()));
}

} // namespace vertescore
