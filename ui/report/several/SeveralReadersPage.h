// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/agreement/ReportPen.h"

namespace vertescore {

/// One page about three readers or more under one condition.
struct SeveralReadersPage {
    const AgreementReport* report = nullptr;
    const ConditionAgreement* condition = nullptr;
    PagePlace place;
};

/// All readers together by unit, every pair on the total with a forest plot, and the methods. Draws from the
/// top left corner, in units of ReportPen.h.
void drawSeveralReadersPage(QCPPainter& painter, const SeveralReadersPage& page);

/// L1...L4, total, category: n, mean agreement of pairs, mean linear kappa, Krippendorff's alpha, AC2,
/// ICC(2,1).
AgreementTable severalReadersTable(const ConditionAgreement& condition);
/// The total of every pair: n, raw agreement, linear kappa, AC2, Pearson, ICC(2,1), bias with limits.
AgreementTable pairsTable(const ConditionAgreement& condition);

} // namespace vertescore
