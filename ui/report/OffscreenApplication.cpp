// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/OffscreenApplication.h"

#include "core/base/Log.h"

#include <QApplication>

namespace vertescore {
namespace {

// QApplication keeps references to both.
int argumentCount = 1;
char programName[] = "vertescore";
char* arguments[] = {programName, nullptr};

/// Qt's remarks about the desktop that is not there are none of the user's business.
void logQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    const bool isSevere = type == QtCriticalMsg || type == QtFatalMsg;
    logMessage(isSevere ? LogLevel::Error : LogLevel::Debug, text.toStdString());
}

} // namespace

OffscreenApplication::OffscreenApplication() {
    if (QCoreApplication::instance()) return;
    qInstallMessageHandler(logQtMessage);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QApplication>(argumentCount, arguments);
}

OffscreenApplication::~OffscreenApplication() = default;

} // namespace vertescore
