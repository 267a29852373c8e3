// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header, which is written with Qt's keywords, for code that is built without them.
#include <QObject>

// clang-format off
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
// clang-format on
