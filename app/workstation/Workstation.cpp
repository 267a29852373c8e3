// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/Workstation.h"

#include "app/workstation/LogFile.h"
#include "core/base/Log.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Say.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

namespace vertescore {
namespace {

void loadTranslations(QApplication& application) {
    for (const auto& [name, folder] :
         {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("vertescore"), QStringLiteral(":/i18n")}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) application.installTranslator(translator);
    }
}

QString folderOf(const LaunchOptions& options) {
    const QString folder = options.folder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                               : QDir(options.folder).absolutePath();
    QDir().mkpath(folder);
    return folder;
}

}  // namespace

int runWorkstation(const LaunchOptions& options, DetectorFactory detector, DemoFactory demo) {
    auto& application = *qApp;
    loadTranslations(application);
    QApplication::setAttribute(Qt::AA_DontShowIconsInMenus);
    QApplication::setWindowIcon(themedIcon(QStringLiteral("vertescore")));
    const QString folder = folderOf(options);
    const std::filesystem::path logFile = toPath(folder) / "vertescore.log";
    const bool hasLog = logToFile(logFile).has_value();
    logMessage(LogLevel::Note, std::string("VerteScore ") + VERTESCORE_VERSION + " starts");

    QSettings settings(QDir(folder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Theme theme;
    MainWindow window({.detector = std::move(detector),
                       .demo = std::move(demo),
                       .folder = toPath(folder),
                       .logFile = hasLog ? logFile : std::filesystem::path()},
                      settings, theme);
    window.show();
    if (!options.study.isEmpty()) window.openStudy(options.study);
    if (!options.scans.isEmpty()) window.openScans(options.scans);
    if (options.study.isEmpty() && options.scans.isEmpty()) window.openDemo();
    const int code = QApplication::exec();
    logMessage(LogLevel::Note, "VerteScore ends");
    return code;
}

}  // namespace vertescore
