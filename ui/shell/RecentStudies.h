// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QSettings;

namespace vertescore {

/// Study files opened before, newest first; those that are gone are left out.
QStringList recentStudies(const QSettings& settings);
void rememberStudy(QSettings& settings, const QString& path);

} // namespace vertescore
