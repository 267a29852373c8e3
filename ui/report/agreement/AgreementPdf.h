// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <span>

class QPagedPaintDevice;

namespace vertescore {

struct AgreementPdfOptions {
    QString madeOn; ///< ISO date under the title; empty: none
};

/// The report on paper. First the page for the reader of a paper: where two conditions were read how they
/// compare (of the pair, or the mean of all pairs), else all readers together, or the one pair. Then all
/// readers together and each pair of readers, a page for each: tables per unit with 95 % intervals, n and
/// what was left out, the Bland-Altman plot and the scatter of the total, the confusion matrix of the burden
/// category, the methods in words. Last the appendix: every table of appendixTables(). A report without two
/// readers has no pages; a study that is synthetic says so at the top of every page. Fonts are embedded.
/// Needs a QApplication (offscreen will do); GUI thread.
QByteArray agreementPdf(std::span<const AgreementReport> reports, const AgreementPdfOptions& options = {});

/// One page of it as a picture, for the clipboard; nothing when there is no such page.
QImage agreementPicture(const AgreementReport& report, const std::string& condition, std::size_t pair,
                        const AgreementPdfOptions& options = {});
/// The same pages on a printer, whatever its resolution; its paper should be A4 without margins.
void printAgreement(QPagedPaintDevice& device, std::span<const AgreementReport> reports,
                    const AgreementPdfOptions& options = {});

/// The same as a file, written atomically. InvalidArgument when no two readers are in any report;
/// FileNotWritable, DiskFull.
Status saveAgreementPdf(const std::filesystem::path& path, std::span<const AgreementReport> reports,
                        const AgreementPdfOptions& options = {});

} // namespace vertescore
