// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/agreement/ReportPen.h"
#include "ui/report/appendix/AppendixTables.h"

namespace vertescore {

/// Tables that fit on one page; a long one goes on on the next.
struct AppendixPage {
    const AgreementReport* report = nullptr;
    bool isFirst = false;
    std::vector<AppendixTable> tables;
    PagePlace place;
};

/// The appendix of a report, broken into pages; empty when there is nothing to say. Needs a QApplication.
std::vector<AppendixPage> appendixPages(const AgreementReport& report);

/// Draws from the top left corner, in units of ReportPen.h.
void drawAppendixPage(QCPPainter& painter, const AppendixPage& page);

} // namespace vertescore
