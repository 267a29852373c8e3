// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/ReportPen.h"

#include "ui/report/AnnotatedPicture.h"
#include "ui/report/CustomPlot.h"

#include <QCoreApplication>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementPage)
};

} // namespace

int ReportPen::text(const QRect& room, const QString& words, int size, const QColor& colour, bool bold,
                    Qt::Alignment alignment) {
    painter.setFont(reportFont(size, bold));
    painter.setPen(colour);
    QRect used;
    painter.drawText(room, static_cast<int>(alignment | Qt::AlignTop) | Qt::TextWordWrap, words, &used);
    return used.height();
}

int ReportPen::textWithin(const QRect& room, const QString& words, int size, const QColor& colour) {
    constexpr int kSmallest = 6 * kPoint;
    while (size > kSmallest && heightOfText(words, size, false, room.width()) > room.height())
        --size;
    return text(room, words, size, colour);
}

void ReportPen::paragraph(const QString& words, int size, const QColor& colour, bool bold, int after) {
    y += text(QRect(kPageMargin, y, kTextWidth, kPageHeight), words, size, colour, bold) + after;
}

void ReportPen::rule(int thickness) {
    painter.setPen(QPen(style.ink, thickness));
    painter.drawLine(QLineF(kPageMargin, y, kPageMargin + kTextWidth, y));
}

void ReportPen::runningHead(const QString& madeOn) {
    const QRect line(kPageMargin, y, kTextWidth, 200);
    text(line, Texts::tr("AAC-24 agreement report"), 8 * kPoint, style.muted);
    text(line, madeOn, 8 * kPoint, style.muted, false, Qt::AlignRight);
    y += 190;
}

void ReportPen::head(const QString& title, const QStringList& facts, const QString& madeOn) {
    runningHead(madeOn);
    paragraph(title, 18 * kPoint, style.ink, true, 50);
    paragraph(facts.join(QStringLiteral("  \u00B7  ")), 9 * kPoint + 5, style.muted, false, 90);
}

void ReportPen::syntheticNotice() {
    const QRect box(kPageMargin, y, kTextWidth, 230);
    painter.fillRect(box, withAlpha(style.warning, 0.12));
    painter.fillRect(QRect(kPageMargin, y, 30, 230), style.warning);
    text(box.adjusted(110, 55, 0, 0),
         Texts::tr("Synthetic data (simulated readers or phantoms): says nothing about real readers."),
         9 * kPoint, style.ink, true);
    y += 330;
}

void ReportPen::foot(const PagePlace& place) {
    y = kPageHeight - 520;
    rule(4);
    const QRect line(kPageMargin, y + 60, kTextWidth, 200);
    text(line, researchUseNotice(), 8 * kPoint, style.ink, true);
    text(line,
         Texts::tr("VerteScore %1  ·  page %2 of %3")
             .arg(QStringLiteral(VERTESCORE_VERSION))
             .arg(place.number)
             .arg(place.count),
         8 * kPoint, style.muted, false, Qt::AlignRight);
}

void ReportPen::tableRow(const QStringList& cells, const ColumnEdges& edges, bool bold, int height) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const int edge = kPageMargin + static_cast<int>(edges[static_cast<std::size_t>(i)] * kTextWidth);
        const QRect room = i == 0 ? QRect(edge, y, 700, height) : QRect(edge - 900, y, 900, height);
        painter.setFont(reportFont(kTableLetters, bold));
        painter.setPen(style.ink);
        painter.drawText(room, static_cast<int>(i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         cells[i]);
    }
    y += height;
}

void ReportPen::table(const QString& title, const AgreementTable& table, const ColumnEdges& edges) {
    paragraph(title, 9 * kPoint, style.ink, true, 60);
    rule(8);
    y += 20;
    QStringList upper, lower;
    for (const QString& column : table.columns) {
        upper << column.section(QLatin1Char('\n'), 0, 0);
        lower << column.section(QLatin1Char('\n'), 1, 1);
    }
    tableRow(upper, edges, true, 115);
    tableRow(lower, edges, false, 120);
    y += 15;
    rule(4);
    y += 20;
    for (const QStringList& row : table.rows)
        tableRow(row, edges, false, 140);
    y += 20;
    rule(8);
    y += 40;
}

QRect ReportPen::figures(const std::vector<ReportFigure>& row, int height) {
    const int caption = 150;
    const int width = kTextWidth - kFigureGap * static_cast<int>(row.size() - 1);
    int left = kPageMargin;
    for (const ReportFigure& figure : row) {
        QCustomPlot plot;
        figure.fill(plot);
        const QRect box(left, y, static_cast<int>(figure.share * width), height);
        text(QRect(box.left(), y, caption, caption), figure.letter, 9 * kPoint, style.ink, true);
        text(QRect(box.left() + caption, y, box.width() - caption, caption), figure.title, 9 * kPoint,
             style.ink);
        painter.save();
        painter.translate(box.left(), box.top() + caption);
        painter.scale(kPoint, kPoint);
        plot.toPainter(&painter, box.width() / kPoint, (box.height() - caption) / kPoint);
        painter.restore();
        left += box.width() + kFigureGap;
    }
    const QRect rest(left, y, kPageMargin + kTextWidth - left, height);
    y += height + kBelowFigures;
    return rest;
}

int heightOfText(const QString& words, int size, bool bold, int width) {
    return QFontMetrics(reportFont(size, bold))
        .boundingRect(QRect(0, 0, width, kPageHeight), Qt::TextWordWrap, words)
        .height();
}

PlotStyle figureStyle() {
    PlotStyle style = PlotStyle::light();
    style.letterSize = 8;
    return style;
}

} // namespace vertescore
