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

void install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        application.installTranslator(translator);
}

void loadTranslations(QApplication& application) {
    const QString own = QStringLiteral("vertescore");
    const QString ownFolder = QStringLiteral(":/i18n");
    // English knows the plurals; it stands below every other language for texts that are not translated yet.
    install(application, QLocale(QLocale::English), own, ownFolder);
    install(application, QLocale(), QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (QLocale().language() != QLocale::English) install(application, QLocale(), own, ownFolder);
}

QString folderOf(const LaunchOptions& options) {
    const QString folder = options.folder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                               : QDir(options.folder).absolutePath();
    QDir().mkpath(folder);
    return folder;
}

} // namespace

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

} // namespace vertescore
