// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Colours.h"

#include <QObject>
#include <QString>

namespace vertescore {

enum class ThemeChoice { System, Light, Dark };

/// Dresses the application: palette and style sheet of the pages, by the user's choice or the system's.
/// One per program, GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    /// Reads what the system prefers; must be made before anything else changes the application's palette.
    explicit Theme(QObject* parent = nullptr);

    void choose(ThemeChoice choice); ///< takes effect at once, everywhere
    ThemeChoice choice() const { return m_choice; }
    bool isDark() const;
    const Colours& colours() const { return isDark() ? darkColours() : lightColours(); }

Q_SIGNALS:
    void changed();

private:
    void apply();

    bool m_systemIsDark = false;
    ThemeChoice m_choice = ThemeChoice::System;
};

/// The style sheet filled with these colours and with type sizes relative to the application's font.
QString styleSheetOf(const Colours& colours);

/// Gives a widget and all below it the reading desk's dark neutral look, whatever the theme.
void dressAsDesk(QWidget& widget);

} // namespace vertescore
