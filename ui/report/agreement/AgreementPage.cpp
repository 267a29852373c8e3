// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementPage.h"

#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/agreement/ReportPen.h"

#include <QCoreApplication>

#include <vector>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementPage)
};

const PairAgreement* pairOf(const AgreementPage& page, Unit::Kind kind) {
    const UnitAgreement* unit = page.condition->find({kind, Segment::L1, Wall::Anterior});
    return unit && page.pair < unit->pairs.size() ? &unit->pairs[page.pair] : nullptr;
}

const ColumnEdges kAgreementEdges{0.000, 0.092, 0.168, 0.225, 0.300, 0.435, 0.568, 0.700, 0.833, 1.000};

/// The scores of the first reader, a gap, those of the second.
ColumnEdges countEdges() {
    ColumnEdges edges{0.0};
    for (const double start : {0.105, 0.585})
        for (int score = 0; score < 7; ++score)
            edges.push_back(start + 0.0593 * (score + 1));
    return edges;
}

void drawHead(ReportPen& pen, const AgreementPage& page) {
    const PairAgreement* total = pairOf(page, Unit::Kind::Total);
    const QString first = QString::fromStdString(total ? total->firstRater : std::string());
    const QString second = QString::fromStdString(total ? total->secondRater : std::string());
    QStringList facts{Texts::tr("Study %1").arg(QString::fromStdString(page.report->study))};
    if (!page.condition->condition.empty())
        facts << Texts::tr("condition %1").arg(QString::fromStdString(page.condition->condition));
    facts << Texts::tr("images read:\u00A0%1").arg(page.condition->images);
    if (total) facts << Texts::tr("total scored by both:\u00A0%1").arg(total->sample.size());
    pen.head(Texts::tr("Agreement of readers %1 and %2").arg(first, second), facts, page.place.madeOn);
}

void drawUnits(ReportPen& pen, const AgreementPage& page) {
    const AgreementTable table = agreementTable(*page.condition, page.pair);
    pen.table(Texts::tr("Table 1.  Agreement by unit"), table, kAgreementEdges);
    QString note =
        Texts::tr("Left out: images not read by both / read but not readable. Within 1: scores at "
                  "most one point apart. Bias and 95 % limits in points, first reader minus second.");
    if (!table.footnotes.isEmpty())
        note += Texts::tr("  n.d., not defined; %1.").arg(table.footnotes.join(QStringLiteral("; ")));
    pen.paragraph(note, 7 * kPoint, pen.style.muted, false, 130);
}

/// Over the scores of one reader, shortened to their width.
void drawReaderName(ReportPen& pen, const std::string& reader, double from, double to) {
    const QRect room(kPageMargin + static_cast<int>(from * kTextWidth), pen.y,
                     static_cast<int>((to - from) * kTextWidth), 115);
    pen.painter.setFont(reportFont(kTableLetters, true));
    pen.painter.setPen(pen.style.ink);
    const QString name =
        pen.painter.fontMetrics().elidedText(QString::fromStdString(reader), Qt::ElideMiddle, room.width());
    pen.painter.drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), name);
}

void drawCounts(ReportPen& pen, const AgreementPage& page) {
    const PairAgreement* total = pairOf(page, Unit::Kind::Total);
    if (!total) return;
    const AgreementTable table = scoreCountTable(*page.condition, page.pair);
    pen.paragraph(Texts::tr("Table 2.  Images by score"), 9 * kPoint, pen.style.ink, true, 60);
    pen.rule(8);
    pen.y += 20;
    const ColumnEdges edges = countEdges();
    drawReaderName(pen, total->firstRater, 0.110, edges[7]);
    drawReaderName(pen, total->secondRater, 0.590, edges[14]);
    pen.y += 115;
    pen.tableRow(table.columns, edges, false, 120);
    pen.y += 15;
    pen.rule(4);
    pen.y += 20;
    for (const QStringList& row : table.rows)
        pen.tableRow(row, edges, false, 130);
    pen.y += 20;
    pen.rule(8);
    pen.y += 40;
    pen.paragraph(
        Texts::tr("Only images that count in Table 1. Category: 0, low; 1, moderate; 2, high burden."),
        7 * kPoint, pen.style.muted, false, 130);
}

using Filler = void (*)(QCustomPlot&, const Unit&, const PairAgreement&, const PlotStyle&);

struct Figure {
    QString letter;
    QString title;
    Unit::Kind kind;
    Filler fill;
};

void drawFigure(ReportPen& pen, const AgreementPage& page, const Figure& figure, const QRect& box) {
    const PairAgreement* pair = pairOf(page, figure.kind);
    if (!pair) return;
    QCustomPlot plot;
    figure.fill(plot, {figure.kind, Segment::L1, Wall::Anterior}, *pair, figureStyle());
    pen.figure(figure.letter, figure.title, plot, box);
}

void drawFigures(ReportPen& pen, const AgreementPage& page) {
    const int gap = 200, height = 1680;
    const int wide = static_cast<int>(0.55 * (kTextWidth - gap)), narrow = kTextWidth - gap - wide;
    const int right = kPageMargin + wide + gap;
    drawFigure(pen, page,
               {Texts::tr("A"), Texts::tr("Total score: Bland–Altman"), Unit::Kind::Total, fillBlandAltman},
               QRect(kPageMargin, pen.y, wide, height));
    drawFigure(pen, page,
               {Texts::tr("B"), Texts::tr("Total score: both readings"), Unit::Kind::Total, fillScatter},
               QRect(right, pen.y, narrow, height));
    pen.y += height + 90;
    const int second = 1520;
    drawFigure(
        pen, page,
        {Texts::tr("C"), Texts::tr("Burden category: confusion matrix"), Unit::Kind::Category, fillConfusion},
        QRect(kPageMargin, pen.y, narrow + 150, second));
    const int left = kPageMargin + narrow + 150 + gap;
    const QRect words(left, pen.y, kPageMargin + kTextWidth - left, second);
    const int head = pen.text(words, Texts::tr("Figure and methods"), 9 * kPoint, pen.style.ink, true);
    pen.text(
        words.adjusted(0, head + 50, 0, 0),
        Texts::tr(
            "A: difference against mean; area of a disc in proportion to the images; solid line, bias; "
            "dashed, "
            "limits of agreement (bias ± 1.96 SD); bands, exact 95 % intervals (noncentral t). "
            "B: dashed, identity; equal pairs are spread around their place. "
            "C: counts of images with row and column sums; blue, same category.\n\n"
            "Kappa: Cohen, linear weights over the declared scores, non-null standard error (Fleiss, Cohen & "
            "Everitt 1969), Wald interval, not truncated at 1. AC2: Gwet 2014, quadratic weights over the "
            "declared scores, t interval; unlike kappa it does not fall because one score is rare. Pearson: "
            "Fisher z. ICC(2,1): two-way random, "
            "absolute agreement, single reading, listwise (Shrout & Fleiss 1979). A level is the sum of its "
            "two "
            "walls (0–6), the total of its four levels (0–24); a level or total with a missing "
            "wall is "
            "missing. Categories: low below %1, moderate, high from %2.")
            .arg(page.report->bounds.moderateFrom)
            .arg(page.report->bounds.highFrom),
        7 * kPoint + 5, pen.style.muted);
    pen.y += second;
}

} // namespace

void drawAgreementPage(QCPPainter& painter, const AgreementPage& page) {
    ReportPen pen{painter};
    drawHead(pen, page);
    if (page.report->synthetic) pen.syntheticNotice();
    drawUnits(pen, page);
    drawCounts(pen, page);
    drawFigures(pen, page);
    pen.foot(page.place);
}

} // namespace vertescore
