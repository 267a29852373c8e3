// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <filesystem>

class QComboBox;
class QSettings;
class QVBoxLayout;

namespace vertescore {

class Actions;

/// Where the settings keep the window's language: a QLocale name, or empty for the system's.
inline constexpr const char* kLanguageKey = "window/language";

/// Language, theme, the network, where things lie, and what this program is. What is chosen holds at once,
/// but for the language. GUI thread.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    /// folder: where the program keeps its own files. All outlive the page.
    SettingsPage(Actions& actions, QSettings& settings, const std::filesystem::path& folder,
                 QWidget* parent = nullptr);
    void begin();

Q_SIGNALS:
    void closed();
    void panelsResetRequested();
    void restartRequested(); ///< the window is to be made anew in the chosen language

private:
    QWidget* makeWindowCard();
    QWidget* makeWorkCard();
    QWidget* makeFilesCard(const std::filesystem::path& folder);
    QWidget* makeAboutCard();
    void addSwitch(QVBoxLayout& column, const QString& name);

    Actions& m_actions;
    QSettings& m_settings;
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
};

} // namespace vertescore
