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
    QStringList facts{Texts::tr("Study: %1").arg(QString::fromStdString(page.report->study))};
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

/// Of the page's pair in that unit.
ReportFigure figureOf(const AgreementPage& page, const QString& letter, const QString& title, double share,
                      Unit::Kind kind, Filler filler) {
    return {letter, title, share, [&page, kind, filler](QCustomPlot& plot) {
                if (const PairAgreement* pair = pairOf(page, kind))
                    filler(plot, {kind, Segment::L1, Wall::Anterior}, *pair, figureStyle());
            }};
}

void drawFigures(ReportPen& pen, const AgreementPage& page) {
    pen.figures({figureOf(page, Texts::tr("A"), Texts::tr("Total score: Bland–Altman"), 0.55,
                          Unit::Kind::Total, fillBlandAltman),
                 figureOf(page, Texts::tr("B"), Texts::tr("Total score: both readings"), 0.45,
                          Unit::Kind::Total, fillScatter)},
                1680);
    const QRect words =
        pen.figures({figureOf(page, Texts::tr("C"), Texts::tr("Burden category: confusion matrix"), 0.46,
                              Unit::Kind::Category, fillConfusion)},
                    1520);
    const int head = pen.text(words, Texts::tr("Figure and methods"), 9 * kPoint, pen.style.ink, true);
    pen.textWithin(
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
