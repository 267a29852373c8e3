// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementPdf.h"

#include "core/base/AtomicFile.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPage.h"
#include "ui/report/appendix/AppendixPage.h"
#include "ui/report/comparison/ComparisonPage.h"
#include "ui/report/comparison/ComparisonTable.h"
#include "ui/report/several/SeveralReadersPage.h"

#include <QBuffer>
#include <QPdfWriter>

#include <variant>

namespace vertescore {
namespace {

constexpr int kPictureDpi = 200;

using Page = std::variant<AgreementPage, ComparisonPage, SeveralReadersPage, AppendixPage>;

/// A new page of that kind at the end.
template <class Kind>
Kind& added(std::vector<Page>& pages) {
    return std::get<Kind>(pages.emplace_back(std::in_place_type<Kind>));
}

void addComparisonPage(std::vector<Page>& pages, const AgreementReport& report, const std::string& readers) {
    auto& page = added<ComparisonPage>(pages);
    page.report = &report;
    page.readers = readers;
}

void addPairPages(std::vector<Page>& pages, const AgreementReport& report) {
    for (const ConditionAgreement& condition : report.conditions) {
        const std::size_t pairs = condition.units.empty() ? 0 : condition.units.front().pairs.size();
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            auto& page = added<AgreementPage>(pages);
            page.report = &report;
            page.condition = &condition;
            page.pair = pair;
        }
    }
}

void addSeveralReadersPages(std::vector<Page>& pages, const AgreementReport& report) {
    for (const ConditionAgreement& condition : report.conditions) {
        if (condition.readers.size() < 3) continue;
        auto& page = added<SeveralReadersPage>(pages);
        page.report = &report;
        page.condition = &condition;
    }
}

/// The page for the reader of a paper comes first: how two conditions compare, over all readers; without two
/// conditions all readers together, or the one pair. Then every pair, then the tables of everything.
void addPages(std::vector<Page>& pages, const AgreementReport& report) {
    const auto compared = comparedReaders(report);
    if (!compared.empty()) addComparisonPage(pages, report, compared.back());
    addSeveralReadersPages(pages, report);
    for (std::size_t i = 0; i + 1 < compared.size(); ++i)
        addComparisonPage(pages, report, compared[i]);
    addPairPages(pages, report);
    for (AppendixPage& page : appendixPages(report))
        added<AppendixPage>(pages) = std::move(page);
}

std::vector<Page> pagesOf(std::span<const AgreementReport> reports, const QString& madeOn) {
    std::vector<Page> pages;
    for (const AgreementReport& report : reports)
        addPages(pages, report);
    const auto count = static_cast<int>(pages.size());
    int number = 0;
    for (Page& page : pages)
        std::visit([&](auto& one) { one.place = {++number, count, madeOn}; }, page);
    return pages;
}

void drawPage(QCPPainter& painter, const AgreementPage& page) {
    drawAgreementPage(painter, page);
}

void drawPage(QCPPainter& painter, const ComparisonPage& page) {
    drawComparisonPage(painter, page);
}

void drawPage(QCPPainter& painter, const SeveralReadersPage& page) {
    drawSeveralReadersPage(painter, page);
}

void drawPage(QCPPainter& painter, const AppendixPage& page) {
    drawAppendixPage(painter, page);
}

void drawPages(QPagedPaintDevice& device, const std::vector<Page>& pages) {
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.scale(device.logicalDpiX() / double(kPageUnitsPerInch),
                  device.logicalDpiY() / double(kPageUnitsPerInch));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) device.newPage();
        std::visit([&](const auto& page) { drawPage(painter, page); }, pages[i]);
    }
}

QByteArray draw(const std::vector<Page>& pages) {
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
    for (const Page& each : pagesOf(std::span(&report, 1), options.madeOn)) {
        const auto* page = std::get_if<AgreementPage>(&each);
        if (!page || page->condition->condition != condition || page->pair != pair) continue;
        constexpr double scale = kPictureDpi / double(kPageUnitsPerInch);
        QImage picture(qRound(kPageWidth * scale), qRound(kPageHeight * scale), QImage::Format_RGB32);
        picture.fill(Qt::white);
        QCPPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        drawAgreementPage(painter, *page);
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
