// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RecentStudies.h"

#include <QFileInfo>
#include <QSettings>

namespace vertescore {
namespace {

constexpr int kMostRecent = 8;

QString key() {
    return QStringLiteral("recent/studies");
}

} // namespace

QStringList recentStudies(const QSettings& settings) {
    QStringList found;
    for (const QString& path : settings.value(key()).toStringList())
        if (QFileInfo::exists(path)) found << path;
    return found;
}

void rememberStudy(QSettings& settings, const QString& path) {
    QStringList paths = settings.value(key()).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    settings.setValue(key(), QStringList(paths.mid(0, kMostRecent)));
}

} // namespace vertescore
