// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QSettings;

namespace vertescore {

/// What was opened last, newest first; what is gone by now is left out.
struct RecentPlaces {
    QStringList studies;
    QStringList scans; ///< files and folders

    bool isEmpty() const { return studies.isEmpty() && scans.isEmpty(); }
};

RecentPlaces recentPlaces(const QSettings& settings);
void rememberStudy(QSettings& settings, const QString& path);
/// Several files at once count as the folder of the first.
void rememberScans(QSettings& settings, const QStringList& paths);

} // namespace vertescore
