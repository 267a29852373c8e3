// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/CasesCard.h"

#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QListWidget>

namespace vertescore {
namespace {

constexpr int kPictureHeight = 600;
constexpr int kListWidth = 150;

int rowOf(Segment segment, Wall wall) {
    return 1 + static_cast<int>(segment) * static_cast<int>(kWallCount) + static_cast<int>(wall);
}

} // namespace

CasesCard::CasesCard(QWidget* parent)
    : QFrame(parent), m_title(makeWrappedLabel({}, "heading")), m_list(new QListWidget),
      m_firstReader(makeWrappedLabel({}, "section")), m_secondReader(makeWrappedLabel({}, "section")),
      m_view(new ScanView) {
    setProperty("role", QStringLiteral("card"));
    m_list->setFixedWidth(kListWidth);
    m_list->setAccessibleName(tr("Cases"));
    m_view->setFixedHeight(kPictureHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, kWideSpace, 20, 18);
    column->setSpacing(kSpace);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideSpace);
    row->addWidget(m_list);
    row->addWidget(makeGrades());
    row->addWidget(m_view, 1);
    column->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, &CasesCard::showCase);
    connect(&m_loader, &ScanLoader::loaded, this, &CasesCard::receive);
    connect(&m_loader, &ScanLoader::failed, this, [this](const StudyScan& scan, const Error& error) {
        const int current = m_list->currentRow();
        if (current >= 0 && m_cases[static_cast<std::size_t>(current)].scan.id == scan.id)
            m_view->setEmptyText(say(error));
    });
    hide();
}

CasesCard::~CasesCard() {
    m_view->setDocument(nullptr);
}

QWidget* CasesCard::makeGrades() {
    auto* grades = new QWidget;
    m_grades = new QGridLayout;
    m_grades->setContentsMargins(0, 0, 0, 0);
    m_grades->setHorizontalSpacing(kWideSpace);
    m_grades->setVerticalSpacing(6);
    m_grades->addWidget(m_firstReader, 0, 1);
    m_grades->addWidget(m_secondReader, 0, 2);
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            const int row = rowOf(segment, wall);
            m_grades->addWidget(makeLabel(say(segment, wall)), row, 0);
            for (const int reader : {1, 2})
                m_grades->addWidget(makeWrappedLabel({}), row, reader);
        }
    }
    auto* column = new QVBoxLayout(grades);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grades);
    column->addStretch(1);
    return grades;
}

void CasesCard::showCases(const QString& title, const QString& firstReader, const QString& secondReader,
                          std::vector<ReadCase> cases) {
    m_title->setText(title);
    m_firstReader->setText(firstReader);
    m_secondReader->setText(secondReader);
    {
        const QSignalBlocker blocked(m_list);
        m_list->clear();
        m_cases = std::move(cases);
        for (const ReadCase& each : m_cases)
            m_list->addItem(QString::fromStdString(each.scan.code));
        m_list->setCurrentRow(m_cases.empty() ? -1 : 0);
    }
    setVisible(!m_cases.empty());
    showCase(m_list->currentRow());
}

void CasesCard::showCase(int row) {
    m_view->setDocument(nullptr);
    m_document.reset();
    m_view->setEmptyText({});
    if (row < 0) return;
    const ReadCase& shown = m_cases[static_cast<std::size_t>(row)];
    m_view->setCaption(QString::fromStdString(shown.scan.code));
    showGrades(shown);
    m_loader.load(shown.scan);
}

void CasesCard::showGrades(const ReadCase& shown) {
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            const ScoreCell& first = shown.first.at(segment, wall);
            const ScoreCell& second = shown.second.at(segment, wall);
            for (const auto& [column, cell] : {std::pair{1, first}, std::pair{2, second}}) {
                QWidget* label = m_grades->itemAtPosition(rowOf(segment, wall), column)->widget();
                static_cast<QLabel*>(label)->setText(say(cell));
                setRole(*label, first == second ? "" : "warning");
            }
        }
    }
}

void CasesCard::receive(const StudyScan& studyScan, const ReadyScan& scan) {
    const int current = m_list->currentRow();
    if (current < 0 || m_cases[static_cast<std::size_t>(current)].scan.id != studyScan.id) return;
    auto document = std::make_unique<ScanDocument>(scan);
    document->setEditable(false, false);
    m_view->setDocument(document.get());
    m_document = std::move(document);
}

} // namespace vertescore
