// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace vertescore {

/// Which colour an icon takes on when it is painted.
enum class IconTone {
    Page,    ///< the application's button text: follows the theme, also when it changes later
    Desk,    ///< text of the reading desk
    Accent,  ///< accent as text, of the reading desk
    OnAccent ///< on an accent-coloured button
};

/// Makes icons and style sheet readable under ":/vertescore". The functions below do it by themselves.
void openResources();

/// One of the icons in resources/icons by its file's name without ".svg". Sharp at every scale; dimmed when
/// disabled.
QIcon themedIcon(const QString& name, IconTone tone = IconTone::Page);

/// The same drawing in a given colour, size in device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio);

} // namespace vertescore
