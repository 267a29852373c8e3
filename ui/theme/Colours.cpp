// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Colours.h"

namespace vertescore {
namespace {

QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

} // namespace

const Colours& lightColours() {
    static const Colours colours{.window = rgb(0xf3f4f6),
                                 .surface = rgb(0xffffff),
                                 .raised = rgb(0xffffff),
                                 .hover = rgb(0xe9edf3),
                                 .border = rgb(0xd3d8df),
                                 .text = rgb(0x1b1f24),
                                 .mutedText = rgb(0x59626e),
                                 .accent = rgb(0x1f63cf),
                                 .accentHover = rgb(0x1a55b3),
                                 .textOnAccent = rgb(0xffffff),
                                 .accentText = rgb(0x1a5bc4),
                                 .accentSoft = rgb(0xdfeafb),
                                 .good = rgb(0x1b7a43),
                                 .warning = rgb(0x8f5a00),
                                 .bad = rgb(0xb3261e)};
    return colours;
}

const Colours& darkColours() {
    static const Colours colours{.window = rgb(0x191b1e),
                                 .surface = rgb(0x212428),
                                 .raised = rgb(0x2a2e33),
                                 .hover = rgb(0x343940),
                                 .border = rgb(0x3b4148),
                                 .text = rgb(0xe8eaed),
                                 .mutedText = rgb(0xa6adb7),
                                 .accent = rgb(0x2a6bd6),
                                 .accentHover = rgb(0x3577e3),
                                 .textOnAccent = rgb(0xffffff),
                                 .accentText = rgb(0x79b0ff),
                                 .accentSoft = rgb(0x253a57),
                                 .good = rgb(0x62c98d),
                                 .warning = rgb(0xf0b455),
                                 .bad = rgb(0xff8a80)};
    return colours;
}

const Colours& deskColours() {
    static const Colours colours{.window = rgb(0x161616),
                                 .surface = rgb(0x1e1e1e),
                                 .raised = rgb(0x2b2b2b),
                                 .hover = rgb(0x383838),
                                 .border = rgb(0x3a3a3a),
                                 .text = rgb(0xe6e6e6),
                                 .mutedText = rgb(0xa6a6a6),
                                 .accent = rgb(0x2a6bd6),
                                 .accentHover = rgb(0x3577e3),
                                 .textOnAccent = rgb(0xffffff),
                                 .accentText = rgb(0x79b0ff),
                                 .accentSoft = rgb(0x2b3b52),
                                 .good = rgb(0x62c98d),
                                 .warning = rgb(0xf0b455),
                                 .bad = rgb(0xff8a80)};
    return colours;
}

QPalette paletteOf(const Colours& colours) {
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.mutedText);
    palette.setColor(QPalette::Button, colours.raised);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.bad);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.textOnAccent);
    palette.setColor(QPalette::Link, colours.accentText);
    palette.setColor(QPalette::LinkVisited, colours.accentText);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Light, colours.hover);
    palette.setColor(QPalette::Midlight, colours.raised);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Dark, colours.border);
    palette.setColor(QPalette::Shadow, colours.window.darker(150));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = colours.mutedText;
        faded.setAlphaF(0.55F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.border);
    return palette;
}

} // namespace vertescore
