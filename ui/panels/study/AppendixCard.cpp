// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/AppendixCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

namespace vertescore {
namespace {

constexpr int kShownRows = 20;

void fillRow(QTableWidget& table, int row, const QStringList& cells) {
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]); // the table takes it
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
        table.setItem(row, column, item);
    }
    if (!isGroupRow(cells)) return;
    QFont bold = table.font();
    bold.setBold(true);
    table.item(row, 0)->setFont(bold);
    table.setSpan(row, 0, 1, static_cast<int>(cells.size()));
}

} // namespace

AppendixCard::AppendixCard(QWidget* parent)
    : QFrame(parent), m_part(new QComboBox), m_title(new QComboBox), m_table(new QTableWidget),
      m_note(makeWrappedLabel({}, "muted")) {
    setRole(*this, "card");
    QVBoxLayout* column = fillCard(*this, tr("Every table of the report"));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(kSpace);
    for (const auto& [name, box] : {std::pair{tr("Part"), m_part}, std::pair{tr("Table"), m_title}}) {
        QLabel* label = makeLabel(name, "muted");
        label->setBuddy(box);
        box->setAccessibleName(name);
        choices->addWidget(label);
        choices->addWidget(box, box == m_title ? 1 : 0);
        choices->addSpacing(kSpace);
    }
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_title->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_table->setAccessibleName(tr("Table of the report"));
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addLayout(choices);
    column->addWidget(m_table);
    column->addWidget(m_note);
    connect(m_part, &QComboBox::currentIndexChanged, this, &AppendixCard::fillTitles);
    connect(m_title, &QComboBox::currentIndexChanged, this, &AppendixCard::showChosen);
    showTables({});
}

void AppendixCard::showTables(std::vector<AppendixTable> tables) {
    const QString partBefore = m_part->currentText();
    const QString titleBefore = m_title->currentText();
    m_tables = std::move(tables);
    setVisible(!m_tables.empty());
    {
        const QSignalBlocker blocked(m_part);
        m_part->clear();
        for (const AppendixTable& table : m_tables)
            if (m_part->findData(static_cast<int>(table.part)) < 0)
                m_part->addItem(appendixPartName(table.part), static_cast<int>(table.part));
        m_part->setCurrentIndex(std::max(0, m_part->findText(partBefore)));
    }
    fillTitles();
    if (const int before = m_title->findText(titleBefore); before >= 0) m_title->setCurrentIndex(before);
}

void AppendixCard::fillTitles() {
    {
        const QSignalBlocker blocked(m_title);
        m_title->clear();
        for (std::size_t i = 0; i < m_tables.size(); ++i)
            if (static_cast<int>(m_tables[i].part) == m_part->currentData().toInt())
                m_title->addItem(m_tables[i].title, static_cast<int>(i));
    }
    showChosen();
}

void AppendixCard::showChosen() {
    const QVariant chosen = m_title->currentData();
    m_table->clear();
    m_table->clearSpans();
    if (!chosen.isValid()) return;
    const AppendixTable& shown = m_tables[static_cast<std::size_t>(chosen.toInt())];
    m_table->setColumnCount(static_cast<int>(shown.table.columns.size()));
    m_table->setRowCount(static_cast<int>(shown.table.rows.size()));
    m_table->setHorizontalHeaderLabels(shown.table.columns);
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(*m_table, row, shown.table.rows[static_cast<std::size_t>(row)]);
    m_table->resizeColumnsToContents();
    fitToRows(*m_table, kShownRows);
    QStringList notes{shown.note};
    for (const QString& footnote : shown.table.footnotes)
        notes << tr("n.d., not defined: %1").arg(footnote);
    m_note->setText(notes.join(QLatin1Char('\n')));
}

} // namespace vertescore
