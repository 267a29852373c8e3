// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/DetectionStrip.h"

#include "ui/jobs/DetectionBatch.h"
#include "ui/shell/Say.h"

namespace vertescore {
namespace {

constexpr int kSecondsPerMinute = 60;
constexpr int kManySeconds = 90; // from here on in minutes

QString timeLeft(int seconds) {
    if (seconds <= 0) return {};
    if (seconds < kManySeconds) return DetectionStrip::tr("about %n second(s) left", nullptr, seconds);
    return DetectionStrip::tr("about %n minute(s) left", nullptr,
                              (seconds + kSecondsPerMinute / 2) / kSecondsPerMinute);
}

} // namespace

DetectionStrip::DetectionStrip(DetectionBatch& batch, QWidget* parent) : WorkStrip(parent), m_batch(batch) {
    connect(this, &WorkStrip::accepted, &batch, &DetectionBatch::start);
    connect(this, &WorkStrip::cancelled, &batch, &DetectionBatch::cancel);
    connect(&batch, &DetectionBatch::progressed, this, [this](qsizetype done, qsizetype total, int seconds) {
        QString text =
            tr("Finding the corners: %1 of %2 scans").arg(locale().toString(done), locale().toString(total));
        if (const QString left = timeLeft(seconds); !left.isEmpty()) text += QStringLiteral(", ") + left;
        showProgress(text, done, total);
    });
    connect(&batch, &DetectionBatch::finished, this, &DetectionStrip::report);
}

void DetectionStrip::refresh() {
    if (m_batch.isRunning()) return;
    const auto pending = static_cast<int>(m_batch.pending().size());
    // One scan is on the desk, with a button of its own.
    if (pending > 1)
        showOffer(tr("%n scan(s) have no corners yet.", nullptr, pending), tr("Find them all"));
    else if (isOffering())
        hide();
}

void DetectionStrip::report(const DetectionReport& report) {
    QList<Line> failed;
    for (const DetectionReport::Failure& failure : report.failed)
        failed << Line{QStringLiteral("%1: %2").arg(QString::fromStdString(failure.code), say(failure.error)),
                       {}};
    QString text = tr("Corners found in %n scan(s)", nullptr, static_cast<int>(report.found));
    if (!failed.isEmpty()) text += tr(", %n failed", nullptr, static_cast<int>(failed.size()));
    showReport(report.isCancelled ? tr("Cancelled: ") + text : text, failed);
}

} // namespace vertescore
