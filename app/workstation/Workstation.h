// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/DetectionJob.h"
#include "ui/shell/jobs/DemoJob.h"

#include <QStringList>

namespace vertescore {

/// What the command line asks of the window.
struct LaunchOptions {
    QStringList scans; ///< files and folders to open
    QString study;     ///< a study to open; empty, and no scans: the demo
    QString folder;    ///< for demo, own scans and log; empty: where the system keeps a program's files
};

/// Opens the window and returns when it is closed. A QApplication must exist. The result is the program's
/// exit code.
int runWorkstation(const LaunchOptions& options, DetectorFactory detector, DemoFactory demo);

} // namespace vertescore
