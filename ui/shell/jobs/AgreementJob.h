// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace vertescore {

/// Computes an agreement report in the background; of several starts only the last one answers. GUI thread;
/// starting anew and the destructor stop the computation under way, which takes no longer than a block of
/// resamples; the destructor waits for that.
class AgreementJob : public QObject {
    Q_OBJECT
public:
    explicit AgreementJob(QObject* parent = nullptr);
    ~AgreementJob() override;

    void start(RatingTable table, AgreementOptions options);

Q_SIGNALS:
    void finished(
        const std::shared_ptr<const vertescore::AgreementReport>& report); // shared with whoever shows it

private:
    void stop();

    QThreadPool m_pool;
    std::stop_source m_stop; ///< of the computation that was started last
};

} // namespace vertescore
