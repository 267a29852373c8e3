// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/AgreementPdf.h"

#include "core/base/AtomicFile.h"
#include "ui/report/AgreementPage.h"
#include "ui/report/CustomPlot.h"

#include <QBuffer>
#include <QPdfWriter>

namespace vertescore {
namespace {

std::vector<AgreementPage> pagesOf(std::span<const AgreementReport> reports, const QString& madeOn) {
    std::vector<AgreementPage> pages;
    for (const AgreementReport& report : reports) {
        for (const ConditionAgreement& condition : report.conditions) {
            const std::size_t pairs = condition.units.empty() ? 0 : condition.units.front().pairs.size();
            for (std::size_t pair = 0; pair < pairs; ++pair)
                pages.push_back({&report, &condition, pair, static_cast<int>(pages.size()) + 1, 0, madeOn});
        }
    }
    for (AgreementPage& page : pages)
        page.count = static_cast<int>(pages.size());
    return pages;
}

QByteArray draw(const std::vector<AgreementPage>& pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("VerteScore " VERTESCORE_VERSION));
    writer.setTitle(QStringLiteral("Agreement of readers"));
    writer.setResolution(kPageUnitsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    for (const AgreementPage& page : pages) {
        if (page.number > 1) writer.newPage();
        drawAgreementPage(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace

QByteArray agreementPdf(std::span<const AgreementReport> reports, const AgreementPdfOptions& options) {
    return draw(pagesOf(reports, options.madeOn));
}

Status saveAgreementPdf(const std::filesystem::path& path, std::span<const AgreementReport> reports,
                        const AgreementPdfOptions& options) {
    const auto pages = pagesOf(reports, options.madeOn);
    if (pages.empty()) return failure(ErrorCode::InvalidArgument, "no two readers to compare", path);
    const QByteArray bytes = draw(pages);
    return writeFileAtomically(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace vertescore
