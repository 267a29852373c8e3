// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/StudyAgreementPage.h"

#include "core/agreement/AgreementFiles.h"
#include "core/base/AtomicFile.h"
#include "ui/pages/PageFrame.h"
#include "ui/panels/study/AgreementPanel.h"
#include "ui/report/AgreementPdf.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDate>
#include <QFileDialog>

namespace vertescore {

StudyAgreementPage::StudyAgreementPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_panel(new AgreementPanel(m_model)) {
    setProperty("role", QStringLiteral("page"));
    m_state = makeWrappedLabel({}, "muted");
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addWidget(makeHead());
    column->addWidget(m_state);
    column->addWidget(m_panel);
    column->addStretch(1);
    framePage(*this, column);
    connect(&m_job, &AgreementJob::finished, this, &StudyAgreementPage::showReport);
    connect(&workspace, &Workspace::signedInChanged, this, [this] { showReport(nullptr); });
    connect(m_condition, &QComboBox::currentIndexChanged, this, &StudyAgreementPage::fillReaders);
    for (QComboBox* reader : {m_first, m_second})
        connect(reader, &QComboBox::currentIndexChanged, this, &StudyAgreementPage::showPair);
    showReport(nullptr);
}

QWidget* StudyAgreementPage::makeHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_badge = makeLabel(tr("Synthetic: phantoms and simulated readers"), "badge");
    auto* first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(makeLabel(tr("Agreement"), "display"));
    first->addWidget(m_badge, 0, Qt::AlignVCenter);
    first->addStretch(1);
    m_exports = new QWidget;
    auto* exports = new QHBoxLayout(m_exports);
    exports->setContentsMargins(0, 0, 0, 0);
    exports->setSpacing(kSpace);
    QPushButton* csv = makeButton(tr("CSV…"));
    QPushButton* json = makeButton(tr("JSON…"));
    exports->addWidget(makeLabel(tr("Export"), "muted"));
    exports->addWidget(csv);
    exports->addWidget(json);
    QPushButton* pdf = makeButton(tr("PDF…"));
    exports->addWidget(pdf);
    connect(pdf, &QPushButton::clicked, this, &StudyAgreementPage::savePdf);
    first->addWidget(m_exports);
    m_condition = new QComboBox;
    m_first = new QComboBox;
    m_second = new QComboBox;
    auto* second = new QHBoxLayout;
    second->setSpacing(kSpace);
    for (const auto& [text, box] : {std::pair{tr("Arm"), m_condition}, std::pair{tr("Readers"), m_first},
                                    std::pair{tr("and"), m_second}}) {
        QLabel* label = makeLabel(text, "muted");
        label->setBuddy(box);
        box->setAccessibleName(text);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        second->addWidget(label);
        second->addWidget(box);
        second->addSpacing(kSpace);
    }
    second->addStretch(1);
    column->addLayout(first);
    column->addLayout(second);
    connect(csv, &QPushButton::clicked, this, [this] {
        if (m_report)
            save(tr("Export agreement"), QStringLiteral("agreement.csv"), tr("CSV (*.csv)"),
                 agreementToCsv(std::span(m_report.get(), 1)));
    });
    connect(json, &QPushButton::clicked, this, [this] {
        if (m_report)
            save(tr("Export agreement"), QStringLiteral("agreement.json"), tr("JSON (*.json)"),
                 agreementToJson(*m_report));
    });
    return head;
}

void StudyAgreementPage::setColours(const Colours& colours) {
    m_panel->setColours(colours);
}

void StudyAgreementPage::refresh() {
    const StudyStore* store = m_workspace.store();
    if (!store || !m_workspace.coordinator()) return;
    auto table = m_workspace.ratings();
    if (!table) {
        Q_EMIT refused(table.error());
        return;
    }
    AgreementOptions options;
    options.study = store->study().settings.name;
    options.synthetic = store->study().settings.isSynthetic;
    options.bounds = store->study().settings.bounds;
    if (!m_report) m_state->setText(tr("Computing…"));
    m_job.start(std::move(*table), std::move(options));
}

void StudyAgreementPage::showReport(const std::shared_ptr<const AgreementReport>& report) {
    m_report = report;
    m_badge->setVisible(report && report->synthetic);
    const QString before = m_condition->currentText();
    {
        const QSignalBlocker blocked(m_condition);
        m_condition->clear();
        if (report)
            for (const ConditionAgreement& condition : report->conditions)
                if (condition.readers.size() > 1)
                    m_condition->addItem(QString::fromStdString(condition.condition));
        if (const int index = m_condition->findText(before); index >= 0) m_condition->setCurrentIndex(index);
    }
    const bool any = m_condition->count() > 0;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_panel, m_exports, m_condition, m_first, m_second})
        widget->setEnabled(any);
    m_panel->setVisible(any);
    m_state->setVisible(!any);
    if (report && !any)
        m_state->setText(tr("Nothing to compare yet: two readers must have submitted readings of the same "
                            "scans in one arm."));
    fillReaders();
    if (report) Q_EMIT shown();
}

void StudyAgreementPage::fillReaders() {
    const ConditionAgreement* condition =
        m_report ? m_report->find(m_condition->currentText().toStdString()) : nullptr;
    const QString firstBefore = m_first->currentText();
    const QString secondBefore = m_second->currentText();
    {
        const QSignalBlocker blockedFirst(m_first);
        const QSignalBlocker blockedSecond(m_second);
        for (QComboBox* box : {m_first, m_second})
            box->clear();
        if (condition)
            for (const std::string& reader : condition->readers)
                for (QComboBox* box : {m_first, m_second})
                    box->addItem(QString::fromStdString(reader));
        m_first->setCurrentIndex(qMax(0, m_first->findText(firstBefore)));
        const int second = m_second->findText(secondBefore);
        m_second->setCurrentIndex(second >= 0 ? second : qMin(1, m_second->count() - 1));
    }
    showPair();
}

void StudyAgreementPage::showPair() {
    m_model.setReport(m_report ? *m_report : AgreementReport{}, m_condition->currentText().toStdString(),
                      m_first->currentText().toStdString(), m_second->currentText().toStdString());
}

void StudyAgreementPage::save(const QString& title, const QString& name, const QString& filter,
                              const std::string& content) {
    const QString path = QFileDialog::getSaveFileName(this, title, name, filter);
    if (!path.isEmpty()) tell(writeFileAtomically(toPath(path), content), path);
}

void StudyAgreementPage::savePdf() {
    if (!m_report) return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export agreement"),
                                                      QStringLiteral("agreement.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) return;
    const AgreementPdfOptions options{.madeOn = QDate::currentDate().toString(Qt::ISODate)};
    tell(saveAgreementPdf(toPath(path), std::span(m_report.get(), 1), options), path);
}

void StudyAgreementPage::tell(const Status& status, const QString& path) {
    if (!status)
        Q_EMIT refused(status.error());
    else
        Q_EMIT noted(tr("Written to %1").arg(path));
}

} // namespace vertescore
