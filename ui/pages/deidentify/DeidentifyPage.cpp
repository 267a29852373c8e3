// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/DeidentifyPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/ProgressRow.h"
#include "ui/pages/deidentify/DeidentifyReportCard.h"
#include "ui/pages/deidentify/PixelReviewPanel.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QStackedWidget>
#include <QTableView>

namespace vertescore {
namespace {

enum Step { FormStep, ReviewStep, ReportStep };
constexpr int kReportRows = 8;

} // namespace

DeidentifyPage::DeidentifyPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_steps(new QStackedWidget), m_form(new DeidentifyForm) {
    setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargins); // pictures and list need all the room
    column->setSpacing(kWideSpace);
    column->addLayout(makePageHead(tr("De-identify"), {}, *this, &DeidentifyPage::closed));
    m_steps->addWidget(m_form);
    m_steps->addWidget(makeReview());
    m_steps->addWidget(makeReport());
    column->addWidget(m_steps, 1);
    connect(m_form, &DeidentifyForm::scansRequested, this, &DeidentifyPage::scansRequested);
    connect(m_form, &DeidentifyForm::lookRequested, this, &DeidentifyPage::look);
    connect(&m_model, &ReviewModel::decided, this, &DeidentifyPage::refresh);
    connectJob();
    // Pictures and file names are not for whoever comes next.
    connect(&workspace, &Workspace::signedInChanged, this, [this] {
        m_form->clearScans();
        startAnew();
    });
    refresh();
}

QWidget* DeidentifyPage::makeReview() {
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kWideSpace);
    m_progress = new ProgressRow;
    m_review = new PixelReviewPanel(m_model, m_job);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_back = makeButton(tr("Back"));
    m_write = makeButton({}, "primary");
    m_summary = makeWrappedLabel({}, "muted");
    row->addWidget(m_back);
    row->addWidget(m_write);
    row->addWidget(m_summary, 1);
    column->addWidget(m_progress);
    column->addWidget(m_review, 1);
    column->addLayout(row);
    connect(m_progress, &ProgressRow::stopRequested, &m_job, &DeidentifyJob::cancel);
    connect(m_back, &QPushButton::clicked, this, &DeidentifyPage::startAnew);
    connect(m_write, &QPushButton::clicked, this, &DeidentifyPage::write);
    return all;
}

QWidget* DeidentifyPage::makeReport() {
    auto* all = new QWidget;
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    m_report = new DeidentifyReportCard;
    auto [card, files] = makeTitledCard(tr("Files"));
    m_table = makeTable(m_model, ReviewModel::ReasonColumn);
    m_table->setAccessibleName(tr("What became of each file"));
    m_table->setColumnHidden(ReviewModel::FoundColumn, true);
    files->addWidget(m_table);
    column->addWidget(m_report);
    column->addWidget(card);
    column->addStretch(1);
    framePage(*all, column, {});
    connect(m_report, &DeidentifyReportCard::refused, this, &DeidentifyPage::refused);
    connect(m_report, &DeidentifyReportCard::noted, this, &DeidentifyPage::noted);
    connect(m_report, &DeidentifyReportCard::moreRequested, this, [this] {
        m_form->clearScans();
        startAnew();
    });
    return all;
}

void DeidentifyPage::connectJob() {
    connect(&m_job, &DeidentifyJob::looked, this,
            [this](const DeidentifyJob::Looked& file) { m_model.add(file.path, file.review); });
    connect(&m_job, &DeidentifyJob::progressed, m_progress, &ProgressRow::setDone);
    connect(&m_job, &DeidentifyJob::copied, this, [this](const DeidentifyJob::Copied& file) {
        m_model.note(file.path, file.record);
        if (!file.record) return;
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (m_model.at(row).path == file.path) return m_report->add(m_model.at(row).name, *file.record);
    });
    connect(&m_job, &DeidentifyJob::finished, this, [this] { finish(false); });
    connect(&m_job, &DeidentifyJob::failed, this, &DeidentifyPage::takeFailure);
}

void DeidentifyPage::begin() {
    if (m_steps->currentIndex() == FormStep) m_form->begin();
}

void DeidentifyPage::addScans(const QStringList& paths) {
    if (m_job.isRunning() || paths.isEmpty()) return;
    if (m_steps->currentIndex() != FormStep) startAnew();
    m_form->addScans(paths);
    m_form->begin();
}

void DeidentifyPage::look() {
    m_order = m_form->order();
    m_isWriting = m_isCutShort = false;
    m_model.begin(m_order.in);
    m_review->begin();
    m_job.look(m_order.in, m_order.out);
    m_progress->begin(tr("Looking for writing…"));
    m_steps->setCurrentIndex(ReviewStep);
    refresh();
}

void DeidentifyPage::write() {
    if (m_job.isRunning()) return;
    m_isWriting = true;
    m_report->begin();
    m_job.write({m_model.confirmed(m_order.profile), m_order.out, m_order.secret});
    m_progress->begin(tr("Writing copies…"));
    refresh();
}

void DeidentifyPage::takeFailure(const Error& error) {
    if (error.code == ErrorCode::Cancelled) return finish(true);
    m_progress->end();
    // What does not fit together is put right where it was chosen.
    if (!m_isWriting) {
        m_steps->setCurrentIndex(FormStep);
        m_form->showProblem(say(error));
    } else {
        Q_EMIT refused(error);
    }
    m_isWriting = false;
    refresh();
}

void DeidentifyPage::finish(bool isStopped) {
    m_progress->end();
    if (m_isWriting) {
        const int failed =
            m_model.count([](const ReviewRow& row) { return row.state == ReviewState::Failed; });
        fitToRows(*m_table, kReportRows);
        m_steps->setCurrentIndex(ReportStep);
        m_report->showResult(m_order.out, failed, isStopped, !m_order.secret.empty());
    }
    m_isCutShort = isStopped && !m_isWriting;
    m_isWriting = false;
    refresh();
}

void DeidentifyPage::startAnew() {
    m_job.abandon();
    m_progress->end();
    m_isWriting = false;
    m_model.begin({});
    m_review->begin();
    m_steps->setCurrentIndex(FormStep);
    m_form->showProblem({});
}

void DeidentifyPage::refresh() {
    const int open = m_model.count(&ReviewRow::isOpen), confirmed = m_model.count(&ReviewRow::isConfirmed);
    const int refused = m_model.count([](const ReviewRow& row) { return row.state == ReviewState::Refused; });
    m_review->setEnabled(!m_isWriting);
    m_back->setEnabled(!m_isWriting);
    m_write->setEnabled(!m_job.isRunning() && confirmed > 0);
    m_write->setText(tr("Write %n copies", nullptr, confirmed));
    QStringList words;
    if (m_isCutShort) words << tr("Stopped: the other files were not looked at.");
    if (open > 0) words << tr("%n to look at: without your confirmation there is no copy.", nullptr, open);
    if (refused > 0) words << tr("%n cannot be copied; the list says why.", nullptr, refused);
    if (m_model.rowCount() == 0 && !m_job.isRunning()) words << tr("There is no file.");
    m_summary->setText(words.join(QLatin1Char(' ')));
}

} // namespace vertescore
