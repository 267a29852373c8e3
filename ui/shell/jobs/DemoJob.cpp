// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/DemoJob.h"

namespace vertescore {

DemoJob::DemoJob(DemoFactory factory, QObject* parent) : QObject(parent), m_factory(std::move(factory)) {}

void DemoJob::start(const std::filesystem::path& folder) {
    if (m_isRunning) return;
    m_isRunning = true;
    const auto report = [this](double share) {
        QMetaObject::invokeMethod(this, [this, share] { Q_EMIT progressed(share); });
    };
    m_background.run([this, folder, report] { return m_factory(folder, report); },
                     [this](const Result<std::filesystem::path>& study) {
                         m_isRunning = false;
                         if (study)
                             Q_EMIT finished(*study);
                         else
                             Q_EMIT failed(study.error());
                     });
}

} // namespace vertescore
