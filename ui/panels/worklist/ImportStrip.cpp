// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/ImportStrip.h"

#include "ui/shell/Say.h"
#include "ui/shell/jobs/ImportJob.h"

namespace vertescore {

ImportStrip::ImportStrip(ImportJob& job, QWidget* parent) : WorkStrip(parent) {
    connect(this, &WorkStrip::cancelled, &job, &ImportJob::cancel);
    connect(&job, &ImportJob::started, this,
            [this] { showProgress(tr("Looking through the files…"), 0, 0); });
    connect(&job, &ImportJob::progressed, this, [this](qsizetype done, qsizetype total) {
        showProgress(
            tr("Adding scans: %1 of %2 files").arg(locale().toString(done), locale().toString(total)), done,
            total);
    });
    connect(&job, &ImportJob::finished, this, &ImportStrip::report);
    connect(&job, &ImportJob::failed, this, &QWidget::hide);
}

void ImportStrip::report(const IntakeReport& report) {
    QStringList parts{tr("%n scan(s) added", nullptr, static_cast<int>(report.added.size()))};
    if (report.alreadyThere > 0)
        parts << tr("%n already there", nullptr, static_cast<int>(report.alreadyThere));
    if (!report.skipped.empty())
        parts << tr("%n file(s) skipped", nullptr, static_cast<int>(report.skipped.size()));
    QList<Line> skipped;
    for (const SkippedFile& file : report.skipped) {
        Error error = file.error;
        error.path = file.path;
        skipped << Line{say(error), toQString(file.path)};
    }
    showReport((report.isCancelled ? tr("Cancelled: ") : QString()) + parts.join(QStringLiteral(", ")),
               skipped);
}

} // namespace vertescore
