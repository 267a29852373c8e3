// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/DemoJob.h"

namespace vertescore {

DemoJob::DemoJob(DemoFactory factory, QObject* parent) : QObject(parent), m_factory(std::move(factory)) {
    m_pool.setMaxThreadCount(1);
}

DemoJob::~DemoJob() {
    m_pool.waitForDone();
}

void DemoJob::start(const std::filesystem::path& folder) {
    if (m_isRunning) return;
    m_isRunning = true;
    m_pool.start([this, folder] {
        const auto report = [this](double share) {
            QMetaObject::invokeMethod(this, [this, share] { Q_EMIT progressed(share); });
        };
        auto study = m_factory(folder, report);
        QMetaObject::invokeMethod(this, [this, study = std::move(study)] {
            m_isRunning = false;
            if (study)
                Q_EMIT finished(*study);
            else
                Q_EMIT failed(study.error());
        });
    });
}

} // namespace vertescore
