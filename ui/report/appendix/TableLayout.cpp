// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/TableLayout.h"

#include "ui/report/CustomPlot.h"

#include <QFontMetrics>

#include <algorithm>
#include <numeric>

namespace vertescore {
namespace {

constexpr int kSmallestLetters = 5 * kPoint;
constexpr int kLeastGap = 55;
constexpr int kWidestGap = 700;
constexpr int kRules = 75; ///< above, between and below, with their distances

std::vector<int> widthsOf(const AgreementTable& table, int letters) {
    const QFontMetrics plain(reportFont(letters)), bold(reportFont(letters, true));
    std::vector<int> widths;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        int width = 0;
        const QStringList lines = table.columns[column].split(QLatin1Char('\n'));
        for (qsizetype line = 0; line < lines.size(); ++line)
            width = std::max(width, (line == 0 ? bold : plain).horizontalAdvance(lines[line]));
        for (const QStringList& row : table.rows)
            if (!isGroupRow(row)) width = std::max(width, plain.horizontalAdvance(row[column]));
        widths.push_back(width);
    }
    return widths;
}

void drawRow(ReportPen& pen, const QStringList& cells, const TableLayout& layout, bool bold) {
    pen.painter.setFont(reportFont(layout.letters, bold));
    pen.painter.setPen(pen.style.ink);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const int edge = kPageMargin + layout.edges[static_cast<std::size_t>(i)];
        const QRect room = i == 0 ? QRect(edge, pen.y, kTextWidth, layout.rowHeight())
                                  : QRect(edge - kTextWidth, pen.y, kTextWidth, layout.rowHeight());
        pen.painter.drawText(
            room, static_cast<int>(i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, cells[i]);
    }
    pen.y += layout.rowHeight();
}

} // namespace

TableLayout layOut(const AgreementTable& table) {
    TableLayout layout;
    std::vector<int> widths;
    int room = 0;
    const int gaps = std::max(1, static_cast<int>(table.columns.size()) - 1);
    for (;; layout.letters -= 2) {
        widths = widthsOf(table, layout.letters);
        room = kTextWidth - std::accumulate(widths.begin(), widths.end(), 0);
        if (room >= gaps * kLeastGap || layout.letters <= kSmallestLetters) break;
    }
    const int gap = std::min(room / gaps, kWidestGap);
    int edge = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        edge += column == 0 ? 0 : (column == 1 ? widths[0] : 0) + gap + widths[column];
        layout.edges.push_back(edge);
    }
    return layout;
}

int tableHeight(const TableLayout& layout, std::size_t rows) {
    return kRules + layout.headHeight() + static_cast<int>(rows) * layout.rowHeight();
}

void drawTable(ReportPen& pen, const AgreementTable& table, const TableLayout& layout) {
    const int from = pen.y;
    pen.rule(8);
    pen.y += 20;
    QStringList upper, lower;
    for (const QString& column : table.columns) {
        upper << column.section(QLatin1Char('\n'), 0, 0);
        lower << column.section(QLatin1Char('\n'), 1, 1);
    }
    drawRow(pen, upper, layout, true);
    drawRow(pen, lower, layout, false);
    pen.y += 15;
    pen.rule(4);
    pen.y += 20;
    for (const QStringList& row : table.rows)
        drawRow(pen, row, layout, isGroupRow(row));
    pen.y += 20;
    pen.rule(8);
    pen.y = from + tableHeight(layout, table.rows.size());
}

} // namespace vertescore
