// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/StudyAgreementPage.h"

#include "core/agreement/AgreementFiles.h"
#include "core/agreement/scripts/RecomputeFiles.h"
#include "core/base/AtomicFile.h"
#include "core/exchange/StudyAgreement.h"
#include "ui/pages/PageFrame.h"
#include "ui/panels/study/AgreementPanel.h"
#include "ui/panels/study/AppendixCard.h"
#include "ui/panels/study/CasesCard.h"
#include "ui/report/AnnotatedPicture.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/shell/Say.h"
#include "ui/shell/output/Printing.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDate>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace vertescore {

StudyAgreementPage::StudyAgreementPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_panel(new AgreementPanel(m_model)), m_cases(new CasesCard),
      m_appendix(new AppendixCard) {
    setProperty("role", QStringLiteral("page"));
    m_state = makeWrappedLabel({}, "muted");
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addWidget(makeHead());
    column->addWidget(m_state);
    column->addWidget(m_panel);
    column->addWidget(m_cases);
    column->addWidget(m_appendix);
    column->addStretch(1);
    framePage(*this, column);
    connect(&m_job, &AgreementJob::finished, this, &StudyAgreementPage::showReport);
    connect(&workspace, &Workspace::signedInChanged, this, [this] { showReport(nullptr); });
    connect(m_panel, &AgreementPanel::cellChosen, this, &StudyAgreementPage::showCases);
    connect(m_condition, &QComboBox::currentIndexChanged, this, &StudyAgreementPage::fillReaders);
    for (QComboBox* reader : {m_first, m_second})
        connect(reader, &QComboBox::currentIndexChanged, this, &StudyAgreementPage::showPair);
    showReport(nullptr);
}

QWidget* StudyAgreementPage::makeExports() {
    m_exports = new QWidget;
    auto* row = new QHBoxLayout(m_exports);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    const auto add = [this, row](const QString& text, const char* role, auto run) {
        QPushButton* button = makeButton(text, role);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
    };
    add(tr("Copy"), nullptr, [this] { copyReport(); });
    add(tr("Print…"), nullptr, [this] { print(); });
    add(tr("CSV…"), nullptr, [this] {
        save(tr("Export agreement"), QStringLiteral("agreement.csv"), tr("CSV (*.csv)"),
             agreementToCsv(std::span(m_report.get(), 1)));
    });
    add(tr("JSON…"), nullptr, [this] {
        save(tr("Export agreement"), QStringLiteral("agreement.json"), tr("JSON (*.json)"),
             agreementToJson(*m_report));
    });
    add(tr("Scripts…"), nullptr, [this] { saveScripts(); });
    add(tr("PDF…"), "primary", [this] { savePdf(); });
    return m_exports;
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
    first->addWidget(makeExports());
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
    return head;
}

bool StudyAgreementPage::hasReport() const {
    return m_report && m_condition->count() > 0;
}

std::string StudyAgreementPage::condition() const {
    return m_condition->currentData().toString().toStdString();
}

void StudyAgreementPage::setColours(const Colours& colours) {
    m_panel->setColours(colours);
}

void StudyAgreementPage::refresh() {
    const StudyStore* store = m_workspace.store();
    if (!store || !m_workspace.coordinator()) return;
    auto study = studyAgreement(*m_workspace.coordinator(), store->study());
    if (!study) {
        Q_EMIT refused(study.error());
        return;
    }
    if (!m_report) m_state->setText(tr("Computing…"));
    m_table = study->table;
    m_job.start(std::move(study->table), std::move(study->options));
}

void StudyAgreementPage::showReport(const std::shared_ptr<const AgreementReport>& report) {
    m_report = report;
    m_badge->setVisible(report && report->synthetic);
    const QString before = m_condition->currentData().toString();
    {
        const QSignalBlocker blocked(m_condition);
        m_condition->clear();
        if (report)
            for (const ConditionAgreement& condition : report->conditions)
                if (condition.readers.size() > 1)
                    m_condition->addItem(sayArm(condition.condition),
                                         QString::fromStdString(condition.condition));
        if (const int index = m_condition->findData(before); index >= 0) m_condition->setCurrentIndex(index);
    }
    const bool any = m_condition->count() > 0;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_panel, m_exports, m_condition, m_first, m_second})
        widget->setEnabled(any);
    m_panel->setVisible(any);
    m_state->setVisible(!any);
    m_appendix->showTables(report ? appendixTables(*report) : std::vector<AppendixTable>{});
    if (report && !any)
        m_state->setText(tr("Nothing to compare yet: two readers must have submitted readings of the same "
                            "scans in the same way. The page «Study» shows how far each of them is."));
    fillReaders();
    if (report) Q_EMIT shown();
}

void StudyAgreementPage::showCases(int row, int first, int second) {
    const PairAgreement* pair = m_model.pair(row);
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!pair || !coordinator) return;
    const auto scans = coordinator->scans();
    if (!scans) {
        Q_EMIT refused(scans.error());
        return;
    }
    const auto sheetOf = [&](const std::string& image, const std::string& reader) {
        const auto sessions = m_table.sessions(condition(), reader);
        const RatingKey key{image, reader, condition(), sessions.empty() ? std::string() : sessions.front()};
        const auto found = m_table.ratings().find(key);
        return found == m_table.ratings().end() ? ScoreSheet{} : found->second.sheet;
    };
    const QString firstReader = QString::fromStdString(pair->firstRater),
                  secondReader = QString::fromStdString(pair->secondRater);
    std::vector<ReadCase> cases;
    for (std::size_t i = 0; i < pair->sample.size(); ++i) {
        if (pair->sample.first[i] != first || pair->sample.second[i] != second) continue;
        const std::string& image = pair->sample.images[i];
        const auto scan = std::ranges::find(*scans, image, &StudyScan::code);
        if (scan != scans->end())
            cases.push_back({*scan,
                             {{firstReader, sheetOf(image, pair->firstRater)},
                              {secondReader, sheetOf(image, pair->secondRater)}}});
    }
    const QString title =
        tr("%n case(s), %1: %2 gave %3, %4 gave %5", nullptr, static_cast<int>(cases.size()))
            .arg(unitTitle(*m_model.unit(row)))
            .arg(firstReader)
            .arg(first)
            .arg(secondReader)
            .arg(second);
    m_cases->showCases(title, std::move(cases));
    scrollTo(*m_cases);
}

void StudyAgreementPage::fillReaders() {
    const ConditionAgreement* found = m_report ? m_report->find(condition()) : nullptr;
    const QString firstBefore = m_first->currentText();
    const QString secondBefore = m_second->currentText();
    {
        const QSignalBlocker blockedFirst(m_first);
        const QSignalBlocker blockedSecond(m_second);
        for (QComboBox* box : {m_first, m_second})
            box->clear();
        if (found)
            for (const std::string& reader : found->readers)
                for (QComboBox* box : {m_first, m_second})
                    box->addItem(QString::fromStdString(reader));
        m_first->setCurrentIndex(qMax(0, m_first->findText(firstBefore)));
        const int second = m_second->findText(secondBefore);
        m_second->setCurrentIndex(second >= 0 ? second : qMin(1, m_second->count() - 1));
    }
    showPair();
}

void StudyAgreementPage::showPair() {
    m_model.setReport(m_report ? *m_report : AgreementReport{}, condition(),
                      m_first->currentText().toStdString(), m_second->currentText().toStdString());
    m_cases->showCases({}, {});
}

void StudyAgreementPage::save(const QString& title, const QString& name, const QString& filter,
                              const std::string& content) {
    const QString path = QFileDialog::getSaveFileName(this, title, name, filter);
    if (!path.isEmpty()) tell(writeFileAtomically(toPath(path), content), path);
}

AgreementPdfOptions StudyAgreementPage::today() {
    return {.madeOn = QDate::currentDate().toString(Qt::ISODate)};
}

void StudyAgreementPage::savePdf() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export agreement"),
                                                      QStringLiteral("agreement.pdf"), tr("PDF (*.pdf)"));
    if (!path.isEmpty()) tell(saveAgreementPdf(toPath(path), std::span(m_report.get(), 1), today()), path);
}

void StudyAgreementPage::saveScripts() {
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder for the readings, the report's numbers, and scripts that recompute them"));
    if (!folder.isEmpty()) tell(writeRecomputeFiles(toPath(folder), m_table, *m_report), folder);
}

bool StudyAgreementPage::print() {
    return printReport(this, *m_report);
}

void StudyAgreementPage::copyReport() {
    const PairAgreement* shown = m_model.pair(0);
    const ConditionAgreement* found = m_report->find(condition());
    if (!shown || !found) return;
    const auto& pairs = found->units.front().pairs;
    const auto place = std::ranges::find_if(pairs, [&](const PairAgreement& pair) {
        return pair.firstRater == shown->firstRater && pair.secondRater == shown->secondRater;
    });
    const auto number = static_cast<std::size_t>(place - pairs.begin());
    const AgreementTable table = agreementTable(*found, number);
    QStringList lines{QStringList(table.columns)
                          .replaceInStrings(QStringLiteral("\n"), QStringLiteral(" "))
                          .join(QLatin1Char('\t'))};
    for (const QStringList& row : table.rows)
        lines << row.join(QLatin1Char('\t'));
    lines << researchUseNotice();
    auto* copied = new QMimeData; // the clipboard takes it
    copied->setText(lines.join(QLatin1Char('\n')));
    copied->setImageData(agreementPicture(*m_report, condition(), number, today()));
    QGuiApplication::clipboard()->setMimeData(copied);
    Q_EMIT noted(tr("The report page is on the clipboard, as a picture and as a table."));
}

void StudyAgreementPage::tell(const Status& status, const QString& path) {
    if (!status)
        Q_EMIT refused(status.error());
    else
        Q_EMIT noted(tr("Written to %1").arg(path));
}

} // namespace vertescore
