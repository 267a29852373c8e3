// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace vertescore {

/// Computes an agreement report in the background; of several starts only the last one answers. GUI thread;
/// the destructor waits for the computation under way.
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
    QThreadPool m_pool;
    quint64 m_id = 0;
};

} // namespace vertescore
