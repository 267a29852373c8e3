// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/ReadingsTable.h"

#include "ui/panels/grading/GradingGrid.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QGridLayout>

#include <algorithm>

namespace vertescore {
namespace {

bool areSame(CellAddress cell, const std::vector<NamedSheet>& readings) {
    return std::ranges::all_of(readings, [&](const NamedSheet& reading) {
        const ScoreCell &one = reading.sheet.at(cell), &first = readings.front().sheet.at(cell);
        return one.grade == first.grade && one.notReadable == first.notReadable;
    });
}

} // namespace

ReadingsTable::ReadingsTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
}

void ReadingsTable::clear() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_titles.fill(nullptr);
    m_differing = 0;
}

void ReadingsTable::showReadings(const std::vector<NamedSheet>& readings) {
    clear();
    if (readings.empty()) return;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        auto* name = new ElidedLabel(readings[i].name);
        name->setProperty("role", QStringLiteral("section"));
        m_grid->addWidget(name, 0, 1 + static_cast<int>(i));
        m_grid->setColumnStretch(1 + static_cast<int>(i), 1);
    }
    const bool hasAac8 = std::ranges::any_of(
        readings, [](const NamedSheet& reading) { return !reading.sheet.aac8.isBlank(); });
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        if (hasAac8 || !cellAt(i).isAac8()) fillRow(1 + static_cast<int>(i), cellAt(i), readings);
    fillTotals(1 + static_cast<int>(m_titles.size()), readings);
}

void ReadingsTable::fillRow(int row, CellAddress cell, const std::vector<NamedSheet>& readings) {
    const bool isSame = areSame(cell, readings);
    m_differing += isSame ? 0 : 1;
    QLabel* title = makeLabel(say(cell));
    m_titles[indexOf(cell)] = title;
    m_grid->addWidget(title, row, 0);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const ScoreCell& value = readings[i].sheet.at(cell);
        QLabel* label = makeWrappedLabel(say(value), isSame ? "" : "warning");
        label->setAccessibleName(
            QStringLiteral("%1, %2: %3").arg(readings[i].name, title->text(), say(value)));
        m_grid->addWidget(label, row, 1 + static_cast<int>(i));
    }
}

void ReadingsTable::fillTotals(int row, const std::vector<NamedSheet>& readings) {
    m_grid->addWidget(makeLine(), row, 0, 1, 1 + static_cast<int>(readings.size()));
    m_grid->addWidget(makeLabel(tr("Total"), "muted"), row + 1, 0);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto total = readings[i].sheet.total();
        m_grid->addWidget(makeLabel(total ? QString::number(*total) : QString(QChar(0x2013)), "heading"),
                          row + 1, 1 + static_cast<int>(i));
    }
}

void ReadingsTable::setCurrentCell(std::optional<CellAddress> cell) {
    for (std::size_t i = 0; i < m_titles.size(); ++i)
        if (m_titles[i]) setRole(*m_titles[i], cell == cellAt(i) ? "current" : "");
}

} // namespace vertescore
