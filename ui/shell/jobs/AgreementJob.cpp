// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs/AgreementJob.h"

namespace vertescore {

AgreementJob::AgreementJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

AgreementJob::~AgreementJob() {
    stop();
    m_pool.waitForDone();
}

void AgreementJob::stop() {
    m_stop.request_stop();
    m_pool.clear();
}

void AgreementJob::start(RatingTable table, AgreementOptions options) {
    stop();
    m_stop = std::stop_source();
    m_pool.start([this, stop = m_stop.get_token(), table = std::move(table), options = std::move(options)] {
        auto computed = makeAgreementReport(table, options, stop);
        if (!computed) return;
        auto report = std::make_shared<const AgreementReport>(*std::move(computed));
        QMetaObject::invokeMethod(this, [this, stop, report = std::move(report)] {
            if (!stop.stop_requested()) Q_EMIT finished(report); // another may have begun meanwhile
        });
    });
}

} // namespace vertescore
