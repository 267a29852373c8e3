// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

class QImage;
class QWidget;

namespace vertescore {

/// Asks for the printer, then prints: the picture as large as the paper lets it, or the pages of the report.
/// False when the user chose not to. GUI thread; parent: of the question.
bool printPicture(QWidget* parent, const QImage& picture);
bool printReport(QWidget* parent, const AgreementReport& report);

} // namespace vertescore
