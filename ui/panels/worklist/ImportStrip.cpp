// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/ImportStrip.h"

#include "ui/shell/Say.h"
#include "ui/shell/jobs/ImportJob.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QProgressBar>

namespace vertescore {

ImportStrip::ImportStrip(ImportJob& job, QWidget* parent)
    : QFrame(parent), m_title(makeWrappedLabel({})), m_bar(new QProgressBar),
      m_cancel(makeButton(tr("Cancel"))), m_close(makeButton(tr("Close"))), m_skipped(new QListWidget) {
    m_bar->setTextVisible(false);
    m_skipped->setWordWrap(true);
    m_skipped->setAccessibleName(tr("Skipped files"));
    m_skipped->setMaximumHeight(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(kSpace);
    column->addWidget(m_title);
    column->addWidget(m_bar);
    column->addWidget(m_skipped);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addWidget(m_close, 0, Qt::AlignLeft);
    connect(m_cancel, &QPushButton::clicked, this, [&job] { job.cancel(); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&job, &ImportJob::started, this, &ImportStrip::showRunning);
    connect(&job, &ImportJob::progressed, this, &ImportStrip::showProgress);
    connect(&job, &ImportJob::finished, this, &ImportStrip::showReport);
    connect(&job, &ImportJob::failed, this, &QWidget::hide);
    hide();
}

void ImportStrip::showRunning() {
    m_title->setText(tr("Looking through the files…"));
    m_bar->setRange(0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_bar, m_cancel})
        widget->show();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_skipped, m_close})
        widget->hide();
    show();
}

void ImportStrip::showProgress(qsizetype done, qsizetype total) {
    m_title->setText(
        tr("Adding scans: %1 of %2 files").arg(locale().toString(done), locale().toString(total)));
    m_bar->setRange(0, static_cast<int>(total));
    m_bar->setValue(static_cast<int>(done));
}

void ImportStrip::showReport(const IntakeReport& report) {
    QStringList parts{tr("%n scan(s) added", nullptr, static_cast<int>(report.added.size()))};
    if (report.alreadyThere > 0)
        parts << tr("%n already there", nullptr, static_cast<int>(report.alreadyThere));
    if (!report.skipped.empty())
        parts << tr("%n file(s) skipped", nullptr, static_cast<int>(report.skipped.size()));
    m_title->setText((report.isCancelled ? tr("Cancelled: ") : QString()) + parts.join(QStringLiteral(", ")));
    m_skipped->clear();
    for (const SkippedFile& file : report.skipped) {
        Error error = file.error;
        error.path = file.path;
        auto* item = new QListWidgetItem(say(error), m_skipped);
        item->setToolTip(toQString(file.path));
    }
    m_bar->hide();
    m_cancel->hide();
    m_skipped->setVisible(!report.skipped.empty());
    m_close->show();
}

} // namespace vertescore
