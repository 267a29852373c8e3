// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RecentPlaces.h"

#include <QFileInfo>
#include <QSettings>

namespace vertescore {
namespace {

constexpr int kMostRecent = 8;

const QString kStudies = QStringLiteral("recent/studies");
const QString kScans = QStringLiteral("recent/scans");

QStringList existing(const QSettings& settings, const QString& key) {
    QStringList found;
    for (const QString& path : settings.value(key).toStringList())
        if (QFileInfo::exists(path)) found << path;
    return found;
}

void remember(QSettings& settings, const QString& key, const QString& path) {
    QStringList paths = settings.value(key).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    settings.setValue(key, QStringList(paths.mid(0, kMostRecent)));
}

} // namespace

RecentPlaces recentPlaces(const QSettings& settings) {
    return {existing(settings, kStudies), existing(settings, kScans)};
}

void rememberStudy(QSettings& settings, const QString& path) {
    remember(settings, kStudies, QFileInfo(path).absoluteFilePath());
}

void rememberScans(QSettings& settings, const QStringList& paths) {
    if (paths.isEmpty()) return;
    const QFileInfo first(paths.first());
    remember(settings, kScans, paths.size() == 1 ? first.absoluteFilePath() : first.absolutePath());
}

} // namespace vertescore
