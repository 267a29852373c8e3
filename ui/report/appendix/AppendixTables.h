// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/agreement/AgreementTable.h"

namespace vertescore {

enum class AppendixPart { Comparison, AllReaders, Pairs, Strata, Repeats, Consensus, Landmarks };
QString appendixPartName(AppendixPart part); ///< "All readers together", "The same reader again", ...

/// One table of everything, with what must be known to read it.
struct AppendixTable {
    AppendixPart part = AppendixPart::Pairs;
    QString title;        ///< of what: condition, readers, statistic
    AgreementTable table; ///< undefined cells carry marks; footnotes say what they mean
    QString note;         ///< forms and interval methods
};

/// Everything that a report knows and its front page does not show, in the order of reading: comparisons of
/// two conditions; per condition all readers together, each pair (kappas, correlations, ICCs, limits of
/// agreement), strata, repeats of the same reader, the consensus, landmarks. A section that the study has
/// nothing for is left out. For the PDF, the window and the terminal alike.
std::vector<AppendixTable> appendixTables(const AgreementReport& report);

} // namespace vertescore
