// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/Workstation.h"

#include "app/workstation/LogFile.h"
#include "core/base/Log.h"
#include "ui/pages/program/SettingsPage.h"
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

#include <memory>
#include <vector>

namespace vertescore {
namespace {

/// exec() ends with it when the window is to be made anew.
constexpr int kAgain = 1000;

/// Texts of the window, and how numbers and dates are written in it. Gone with this object.
class Language {
public:
    explicit Language(const QString& chosen) {
        const QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
        QLocale::setDefault(locale);
        const QString own = QStringLiteral("vertescore");
        const QString ownFolder = QStringLiteral(":/i18n");
        // English knows the plurals; it stands below every other language.
        install(QLocale(QLocale::English), own, ownFolder);
        install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        if (locale.language() != QLocale::English) install(locale, own, ownFolder);
    }

private:
    void install(const QLocale& locale, const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(locale, name, QStringLiteral("_"), folder)) return;
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator)); // its destructor takes it out again
    }

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

QString folderOf(const LaunchOptions& options) {
    const QString folder = options.folder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                               : QDir(options.folder).absolutePath();
    QDir().mkpath(folder);
    return folder;
}

/// What the command line asked for; after a change of language, the study that was open.
void openFirst(MainWindow& window, const LaunchOptions& options, const QString& study) {
    if (!study.isEmpty()) return window.openStudy(study);
    if (!options.study.isEmpty()) window.openStudy(options.study);
    if (!options.scans.isEmpty()) window.openScans(options.scans);
    if (options.study.isEmpty() && options.scans.isEmpty()) window.openDemo();
}

} // namespace

int runWorkstation(const LaunchOptions& options, DetectorFactory detector, DemoFactory demo) {
    QApplication::setAttribute(Qt::AA_DontShowIconsInMenus);
    QApplication::setWindowIcon(themedIcon(QStringLiteral("vertescore")));
    const QString folder = folderOf(options);
    const std::filesystem::path logFile = toPath(folder) / "vertescore.log";
    const bool hasLog = logToFile(logFile).has_value();
    logMessage(LogLevel::Note, std::string("VerteScore ") + VERTESCORE_VERSION + " starts");

    QSettings settings(QDir(folder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Theme theme;
    QString study;
    int code = kAgain;
    while (code == kAgain) {
        const Language language(settings.value(QLatin1String(kLanguageKey)).toString());
        MainWindow window({.detector = detector,
                           .demo = demo,
                           .folder = toPath(folder),
                           .logFile = hasLog ? logFile : std::filesystem::path()},
                          settings, theme);
        QObject::connect(&window, &MainWindow::restartRequested, &window, [&] {
            const StudyStore* store = window.workspace().store();
            study = store ? toQString(store->path()) : QString();
            window.close();
            QApplication::exit(kAgain);
        });
        window.show();
        openFirst(window, options, study);
        code = QApplication::exec();
    }
    logMessage(LogLevel::Note, "VerteScore ends");
    return code;
}

} // namespace vertescore
