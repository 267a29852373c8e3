// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace vertescore {

/// The colours of the window's surfaces, text and states, in one of three sets. Text on window, surface and
/// raised, and textOnAccent on accent, have a contrast of at least 4.5 (WCAG 2 AA); a test holds this.
struct Colours {
    QColor window;  ///< behind everything
    QColor surface; ///< panels, lists, fields
    QColor raised;  ///< buttons, cards, menus
    QColor hover;
    QColor border;
    QColor text;
    QColor mutedText;
    QColor accent;
    QColor accentHover;
    QColor textOnAccent;
    QColor accentText; ///< accent as the colour of text and icons
    QColor accentSoft; ///< ground of what is selected
    QColor good;
    QColor warning;
    QColor bad;
    friend bool operator==(const Colours&, const Colours&) = default;
};

/// Pages in the light theme.
const Colours& lightColours();
/// Pages in the dark theme.
const Colours& darkColours();
/// The reading desk and the top bar, whatever the theme: neutral greys without a tint, so that grey values
/// beside them look as they are.
const Colours& deskColours();

/// The same colours as a Qt palette.
QPalette paletteOf(const Colours& colours);

} // namespace vertescore
