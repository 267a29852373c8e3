// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "ui/report/agreement/ReportPen.h"

class QCPPainter;

namespace vertescore {

/// What one page is about.
struct AgreementPage {
    const AgreementReport* report = nullptr;
    const ConditionAgreement* condition = nullptr;
    std::size_t pair = 0; ///< in every unit's pairs
    PagePlace place;
};

/// Draws the page from its top left corner, in units of ReportPen.h.
void drawAgreementPage(QCPPainter& painter, const AgreementPage& page);

} // namespace vertescore
