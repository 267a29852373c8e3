// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/output/Printing.h"

#include "ui/report/agreement/AgreementPdf.h"

#include <QDate>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace vertescore {
namespace {

bool isChosen(QWidget* parent, QPrinter& printer) {
    printer.setPageSize(QPageSize(QPageSize::A4));
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace

bool printPicture(QWidget* parent, const QImage& picture) {
    QPrinter printer(QPrinter::HighResolution);
    if (!isChosen(parent, printer)) return false;
    QPainter painter(&printer);
    const QRect room = printer.pageLayout().paintRectPixels(printer.resolution());
    const QSize size = picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint((room.width() - size.width()) / 2, 0), size), picture);
    return true;
}

bool printReport(QWidget* parent, const AgreementReport& report) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setFullPage(true);
    if (!isChosen(parent, printer)) return false;
    printAgreement(printer, std::span(&report, 1), {.madeOn = QDate::currentDate().toString(Qt::ISODate)});
    return true;
}

} // namespace vertescore
