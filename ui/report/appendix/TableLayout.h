// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/agreement/ReportPen.h"

namespace vertescore {

/// Columns as wide as what stands in them, over the width of the text; letters small enough that they fit.
struct TableLayout {
    int letters = kTableLetters;
    std::vector<int> edges; ///< left edge of the first column, right edges of the others; from the margin

    int rowHeight() const { return letters * 17 / 10; }
    int headHeight() const { return 2 * rowHeight() + 50; }
};
TableLayout layOut(const AgreementTable& table);

/// Head, rules and rows; y moves on.
void drawTable(ReportPen& pen, const AgreementTable& table, const TableLayout& layout);
/// How high that becomes with so many rows.
int tableHeight(const TableLayout& layout, std::size_t rows);

} // namespace vertescore
