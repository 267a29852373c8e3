// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Opening.h"

#include "core/store/Study.h"
#include "ui/shell/Actions.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

namespace vertescore {
namespace {

const QString kLastFolder = QStringLiteral("recent/folder");
constexpr int kMenuWidth = 420;

QString menuText(const QMenu& menu, const QString& name) {
    QString text = menu.fontMetrics().elidedText(name, Qt::ElideMiddle, kMenuWidth);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

Opening::Opening(QWidget& window, Actions& actions, QSettings& settings)
    : QObject(&window), m_window(window), m_settings(settings) {
    const auto askFor = [this](bool folder) {
        const QStringList paths = askForScans(folder);
        if (!paths.isEmpty()) Q_EMIT scansWanted(paths);
    };
    connect(&actions.at(ActionId::OpenFile), &QAction::triggered, this, [askFor] { askFor(false); });
    connect(&actions.at(ActionId::OpenFolder), &QAction::triggered, this, [askFor] { askFor(true); });
    connect(&actions.at(ActionId::OpenStudy), &QAction::triggered, this, [this] {
        const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open study"),
                                                          m_settings.value(kLastFolder).toString(),
                                                          tr("Studies (*.vertestudy);;All files (*)"));
        if (path.isEmpty()) return;
        m_settings.setValue(kLastFolder, QFileInfo(path).absolutePath());
        Q_EMIT studyWanted(path);
    });
}

QStringList Opening::askForScans(bool folder) {
    const QString last = m_settings.value(kLastFolder).toString();
    QStringList paths;
    if (folder)
        paths << QFileDialog::getExistingDirectory(&m_window, tr("Choose a folder of scans"), last);
    else
        paths = QFileDialog::getOpenFileNames(&m_window, tr("Choose scans"), last,
                                              tr("Scans (*.dcm *.dicom *.png *.jpg *.jpeg *.tif *.tiff *.zip "
                                                 "DICOMDIR dicomdir);;All files (*)"));
    paths.removeAll(QString());
    if (!paths.isEmpty()) m_settings.setValue(kLastFolder, QFileInfo(paths.first()).absolutePath());
    return paths;
}

RecentPlaces Opening::recent() const {
    return recentPlaces(m_settings);
}

void Opening::fillRecentMenu(QMenu& menu) {
    const RecentPlaces places = recent();
    menu.clear();
    menu.setToolTipsVisible(true);
    for (const QString& path : places.studies)
        menu.addAction(menuText(menu, QFileInfo(path).completeBaseName()), this,
                       [this, path] { Q_EMIT studyWanted(path); })
            ->setToolTip(path);
    if (!places.studies.isEmpty() && !places.scans.isEmpty()) menu.addSeparator();
    for (const QString& path : places.scans)
        menu.addAction(menuText(menu, QFileInfo(path).fileName()), this,
                       [this, path] { Q_EMIT scansWanted({path}); })
            ->setToolTip(path);
    menu.setEnabled(!places.isEmpty());
}

void Opening::noteStudy(const QString& path) {
    rememberStudy(m_settings, path);
    Q_EMIT recentChanged();
}

void Opening::noteScans(const QStringList& paths) {
    rememberScans(m_settings, paths);
    Q_EMIT recentChanged();
}

bool Opening::isStudyFile(const QString& path) {
    return path.endsWith(
        QLatin1String(kStudyFileExtension.data(), static_cast<qsizetype>(kStudyFileExtension.size())));
}

QStringList Opening::pathsOf(const QMimeData& dragged) {
    QStringList paths;
    for (const QUrl& url : dragged.urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

void Opening::drop(const QMimeData& dropped) {
    const QStringList paths = pathsOf(dropped);
    if (paths.size() == 1 && isStudyFile(paths.first()))
        Q_EMIT studyWanted(paths.first());
    else if (!paths.isEmpty())
        Q_EMIT scansDropped(paths);
}

} // namespace vertescore
