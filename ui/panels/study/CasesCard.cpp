// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/CasesCard.h"

#include "ui/panels/study/CasePicture.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QListWidget>

namespace vertescore {
namespace {

constexpr int kPictureHeight = 600;
constexpr int kListWidth = 150;
constexpr int kReadingsWidth = 300;

} // namespace

CasesCard::CasesCard(QWidget* parent)
    : QFrame(parent), m_title(makeWrappedLabel({}, "heading")), m_list(new QListWidget),
      m_readings(new ReadingsTable), m_picture(new CasePicture) {
    setProperty("role", QStringLiteral("card"));
    m_list->setFixedWidth(kListWidth);
    m_list->setAccessibleName(tr("Cases"));
    m_readings->setMinimumWidth(kReadingsWidth);
    m_picture->setFixedHeight(kPictureHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, kWideSpace, 20, 18);
    column->setSpacing(kSpace);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideSpace);
    row->addWidget(m_list);
    row->addWidget(m_readings, 0, Qt::AlignTop);
    row->addWidget(m_picture, 1);
    column->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, &CasesCard::showCase);
    hide();
}

void CasesCard::showCases(const QString& title, std::vector<ReadCase> cases) {
    m_title->setText(title);
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
    if (row < 0) return m_picture->clear();
    const ReadCase& shown = m_cases[static_cast<std::size_t>(row)];
    m_readings->showReadings(shown.readings);
    m_picture->showCase(shown.scan);
}

} // namespace vertescore
