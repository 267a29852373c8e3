// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/AgreementJob.h"

namespace vertescore {

AgreementJob::AgreementJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

AgreementJob::~AgreementJob() {
    m_pool.clear();
    m_pool.waitForDone();
}

void AgreementJob::start(RatingTable table, AgreementOptions options) {
    const quint64 id = ++m_id;
    m_pool.clear();
    m_pool.start([this, id, table = std::move(table), options = std::move(options)] {
        auto report = std::make_shared<const AgreementReport>(makeAgreementReport(table, options));
        QMetaObject::invokeMethod(this, [this, id, report = std::move(report)] {
            if (id == m_id) Q_EMIT finished(report);
        });
    });
}

} // namespace vertescore
