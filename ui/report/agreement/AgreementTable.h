// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace vertescore {

class TableRow;

/// The headline numbers of two readers as text, one row a unit (L1...L4, total, category): for the page and
/// the window.
struct AgreementTable {
    QStringList columns;           ///< the first names the unit; some have two lines
    std::vector<QStringList> rows; ///< as long as columns; "n.d." where undefined
    QStringList footnotes;         ///< "reason: cells" for each reason why some are n.d., or "mark reason"

    /// With their footnotes; once. A row of its label alone is a line over the rows after it.
    void addRows(const std::vector<TableRow>& rows);
};

/// Whether the row is such a line.
bool isGroupRow(const QStringList& row);

/// pair: its place among every unit's pairs. Numbers with a true minus sign and two decimals; intervals as
/// printed, not clipped.
AgreementTable agreementTable(const ConditionAgreement& condition, std::size_t pair);

/// How often each of the two gave each score, one row for L1...L4 and the category: what a kappa must not be
/// read without. columns: unit, the scores 0...6 of the first reader, those of the second; the category fills
/// the first three of each, low to high, and leaves the others empty.
AgreementTable scoreCountTable(const ConditionAgreement& condition, std::size_t pair);

} // namespace vertescore
