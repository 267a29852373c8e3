// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixPage.h"

#include "ui/report/CustomPlot.h"
#include "ui/report/appendix/TableLayout.h"

#include <QCoreApplication>

#include <algorithm>

namespace vertescore {
namespace {

constexpr int kTop = 500 + 190 + 60;
constexpr int kFirstTop = kTop + 420;
constexpr int kNoticeHeight = 330;
constexpr int kNoteLetters = 6 * kPoint + 5;
constexpr int kTitleLetters = 9 * kPoint;
constexpr int kBelowTitle = 70;
constexpr int kBetween = 230;
constexpr std::size_t kFewestRows = 4; ///< of a table that is broken, before and after

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

QString noteOf(const AppendixTable& table) {
    if (table.table.footnotes.isEmpty()) return table.note;
    return Texts::tr("%1  n.d., not defined: %2.")
        .arg(table.note, table.table.footnotes.join(QStringLiteral("; ")));
}

int heightOf(const AppendixTable& table, const TableLayout& layout) {
    return heightOfText(table.title, kTitleLetters, true) + kBelowTitle +
           tableHeight(layout, table.table.rows.size()) + 40 + heightOfText(noteOf(table), kNoteLetters) +
           kBetween;
}

/// Fills pages from above.
class Breaker {
public:
    explicit Breaker(const AgreementReport& report) : m_report(report) {}

    void add(AppendixTable table) {
        const TableLayout layout = layOut(table.table);
        while (heightOf(table, layout) > room()) {
            const int without = heightOf(table, layout) - tableHeight(layout, table.table.rows.size());
            const int forRows = room() - without - tableHeight(layout, 0);
            const auto fitting = static_cast<std::size_t>(std::max(0, forRows / layout.rowHeight()));
            const std::size_t rows = table.table.rows.size();
            if (fitting < kFewestRows || rows < 2 * kFewestRows) {
                if (isEmptyPage()) break; // nothing would make it fit better
                newPage();
                continue;
            }
            place(takeRows(table, breakAt(table, std::min(fitting, rows - kFewestRows))));
        }
        place(std::move(table));
    }

    std::vector<AppendixPage> take() { return std::move(m_pages); }

private:
    int room() {
        if (m_pages.empty()) newPage();
        return kPageEnd - m_y;
    }
    bool isEmptyPage() const { return m_pages.empty() || m_pages.back().tables.empty(); }
    void newPage() {
        m_y = m_pages.empty() ? kFirstTop : kTop;
        if (m_report.synthetic) m_y += kNoticeHeight;
        m_pages.push_back({&m_report, m_pages.empty(), {}, {}});
    }
    void place(AppendixTable table) {
        const TableLayout layout = layOut(table.table);
        if (m_pages.empty()) newPage();
        m_y += heightOf(table, layout);
        m_pages.back().tables.push_back(std::move(table));
    }
    /// Rows below one line stay together where enough rows come before them, and never on the page after it.
    static std::size_t breakAt(const AppendixTable& table, std::size_t row) {
        for (std::size_t before = row; before > kFewestRows; --before)
            if (isGroupRow(table.table.rows[before])) return before;
        return isGroupRow(table.table.rows[row - 1]) ? row - 1 : row;
    }
    /// The first rows as a table of their own; the rest goes on.
    static AppendixTable takeRows(AppendixTable& table, std::size_t rows) {
        AppendixTable first = table;
        const auto end = table.table.rows.begin() + static_cast<std::ptrdiff_t>(rows);
        first.table.rows.assign(table.table.rows.begin(), end);
        table.table.rows.erase(table.table.rows.begin(), end);
        const QString continued = Texts::tr(" (continued)");
        if (!table.title.endsWith(continued)) table.title += continued;
        return first;
    }

    const AgreementReport& m_report;
    std::vector<AppendixPage> m_pages;
    int m_y = 0;
};

void drawOne(ReportPen& pen, const AppendixTable& table) {
    const int from = pen.y;
    const TableLayout layout = layOut(table.table);
    pen.paragraph(table.title, kTitleLetters, pen.style.ink, true, kBelowTitle);
    drawTable(pen, table.table, layout);
    pen.y += 10;
    pen.paragraph(noteOf(table), kNoteLetters, pen.style.muted, false, 0);
    pen.y = from + heightOf(table, layout);
}

} // namespace

std::vector<AppendixPage> appendixPages(const AgreementReport& report) {
    Breaker breaker(report);
    int number = 0;
    for (AppendixTable& table : appendixTables(report)) {
        table.title = Texts::tr("Table A%1.  %2").arg(++number).arg(table.title);
        breaker.add(std::move(table));
    }
    return breaker.take();
}

void drawAppendixPage(QCPPainter& painter, const AppendixPage& page) {
    ReportPen pen{painter};
    if (page.isFirst)
        pen.head(Texts::tr("Appendix"),
                 {Texts::tr("Study: %1").arg(QString::fromStdString(page.report->study))}, page.place.madeOn);
    else
        pen.runningHead(page.place.madeOn);
    pen.y = page.isFirst ? kFirstTop : kTop;
    if (page.report->synthetic) pen.syntheticNotice();
    for (const AppendixTable& table : page.tables)
        drawOne(pen, table);
    pen.foot(page.place);
}

} // namespace vertescore
