// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/appendix/AppendixTables.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QTableWidget;

namespace vertescore {

/// Every table of a report, one at a time: choose a part, then the table. Shows finished results. GUI thread.
class AppendixCard : public QFrame {
    Q_OBJECT
public:
    explicit AppendixCard(QWidget* parent = nullptr);

    /// Keeps the chosen table where the new report has one of that name. No tables: hides the card.
    void showTables(std::vector<AppendixTable> tables);

private:
    void fillTitles();
    void showChosen();

    std::vector<AppendixTable> m_tables;
    QComboBox* m_part;
    QComboBox* m_title;
    QTableWidget* m_table;
    QLabel* m_note;
};

} // namespace vertescore
