// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementPdf.h"

#include "core/base/AtomicFile.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPage.h"

#include <QBuffer>
#include <QPdfWriter>

namespace vertescore {
namespace {

constexpr int kPictureDpi = 200;

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

void drawPages(QPagedPaintDevice& device, const std::vector<AgreementPage>& pages) {
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.scale(device.logicalDpiX() / double(kPageUnitsPerInch),
                  device.logicalDpiY() / double(kPageUnitsPerInch));
    for (const AgreementPage& page : pages) {
        if (page.number > 1) device.newPage();
        drawAgreementPage(painter, page);
    }
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
    drawPages(writer, pages);
    return bytes;
}

} // namespace

QByteArray agreementPdf(std::span<const AgreementReport> reports, const AgreementPdfOptions& options) {
    return draw(pagesOf(reports, options.madeOn));
}

QImage agreementPicture(const AgreementReport& report, const std::string& condition, std::size_t pair,
                        const AgreementPdfOptions& options) {
    for (const AgreementPage& page : pagesOf(std::span(&report, 1), options.madeOn)) {
        if (page.condition->condition != condition || page.pair != pair) continue;
        constexpr double scale = kPictureDpi / double(kPageUnitsPerInch);
        QImage picture(qRound(kPageWidth * scale), qRound(kPageHeight * scale), QImage::Format_RGB32);
        picture.fill(Qt::white);
        QCPPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        drawAgreementPage(painter, page);
        return picture;
    }
    return {};
}

void printAgreement(QPagedPaintDevice& device, std::span<const AgreementReport> reports,
                    const AgreementPdfOptions& options) {
    drawPages(device, pagesOf(reports, options.madeOn));
}

Status saveAgreementPdf(const std::filesystem::path& path, std::span<const AgreementReport> reports,
                        const AgreementPdfOptions& options) {
    const auto pages = pagesOf(reports, options.madeOn);
    if (pages.empty()) return failure(ErrorCode::InvalidArgument, "no two readers to compare", path);
    const QByteArray bytes = draw(pages);
    return writeFileAtomically(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace vertescore
