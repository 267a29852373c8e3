// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QString>

class QCPPainter;

namespace vertescore {

/// What one page is about.
struct AgreementPage {
    const AgreementReport* report = nullptr;
    const ConditionAgreement* condition = nullptr;
    std::size_t pair = 0; ///< in every unit's pairs
    int number = 1;       ///< of the page, from 1
    int count = 1;        ///< of pages
    QString madeOn;
};

/// Units of the page: tenths of a point.
inline constexpr int kPageUnitsPerInch = 720;
inline constexpr int kPageWidth = 5953; ///< A4
inline constexpr int kPageHeight = 8419;

/// Draws the page from its top left corner.
void drawAgreementPage(QCPPainter& painter, const AgreementPage& page);

} // namespace vertescore
