// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementPage.h"

#include "ui/report/AnnotatedPicture.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"

#include <QCoreApplication>

#include <vector>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementPage)
};

constexpr int kMargin = 540;
constexpr int kTextWidth = kPageWidth - 2 * kMargin;
constexpr int kPoint = 10; ///< page units
constexpr int kTableLetters = 7 * kPoint + 5;

/// Writes down the page; y is where the next thing goes.
struct Pen {
    QCPPainter& painter;
    PlotStyle style = PlotStyle::light();
    int y = 500;

    /// Wrapped text; returns its height.
    int text(const QRect& room, const QString& words, int size, const QColor& colour, bool bold = false,
             Qt::Alignment alignment = Qt::AlignLeft) {
        painter.setFont(reportFont(size, bold));
        painter.setPen(colour);
        QRect used;
        painter.drawText(room, static_cast<int>(alignment | Qt::AlignTop) | Qt::TextWordWrap, words, &used);
        return used.height();
    }
    void paragraph(const QString& words, int size, const QColor& colour, bool bold = false, int after = 60) {
        y += text(QRect(kMargin, y, kTextWidth, kPageHeight), words, size, colour, bold) + after;
    }
    void rule(int thickness) {
        painter.setPen(QPen(style.ink, thickness));
        painter.drawLine(QLineF(kMargin, y, kMargin + kTextWidth, y));
    }
};

const PairAgreement* pairOf(const AgreementPage& page, Unit::Kind kind) {
    const UnitAgreement* unit = page.condition->find({kind, Segment::L1, Wall::Anterior});
    return unit && page.pair < unit->pairs.size() ? &unit->pairs[page.pair] : nullptr;
}

void drawHead(Pen& pen, const AgreementPage& page) {
    const PairAgreement* total = pairOf(page, Unit::Kind::Total);
    const QString first = QString::fromStdString(total ? total->firstRater : std::string());
    const QString second = QString::fromStdString(total ? total->secondRater : std::string());
    pen.text(QRect(kMargin, pen.y, kTextWidth, 200), Texts::tr("AAC-24 agreement report"), 8 * kPoint,
             pen.style.muted);
    pen.text(QRect(kMargin, pen.y, kTextWidth, 200), page.madeOn, 8 * kPoint, pen.style.muted, false,
             Qt::AlignRight);
    pen.y += 190;
    pen.paragraph(Texts::tr("Agreement of readers %1 and %2").arg(first, second), 18 * kPoint, pen.style.ink,
                  true, 50);
    QStringList facts{Texts::tr("Study %1").arg(QString::fromStdString(page.report->study))};
    if (!page.condition->condition.empty())
        facts << Texts::tr("condition %1").arg(QString::fromStdString(page.condition->condition));
    facts << Texts::tr("images read:\u00A0%1").arg(page.condition->images);
    if (total) facts << Texts::tr("total scored by both:\u00A0%1").arg(total->sample.size());
    pen.paragraph(facts.join(QStringLiteral("  \u00B7  ")), 9 * kPoint + 5, pen.style.muted, false, 90);
}

/// Nobody may take simulated readings for real ones.
void drawSyntheticNotice(Pen& pen) {
    const QRect box(kMargin, pen.y, kTextWidth, 230);
    QColor ground = pen.style.warning;
    ground.setAlphaF(0.12F);
    pen.painter.fillRect(box, ground);
    pen.painter.fillRect(QRect(kMargin, pen.y, 30, 230), pen.style.warning);
    pen.text(box.adjusted(110, 55, 0, 0),
             Texts::tr("Synthetic data (simulated readers or phantoms): says nothing about real readers."),
             9 * kPoint, pen.style.ink, true);
    pen.y += 330;
}

/// Right edge of each column for numbers, left edge for the first; shares of the text width.
using ColumnEdges = std::vector<double>;
const ColumnEdges kAgreementEdges{0.000, 0.092, 0.168, 0.225, 0.300, 0.435, 0.568, 0.700, 0.833, 1.000};

/// The scores of the first reader, a gap, those of the second.
ColumnEdges countEdges() {
    ColumnEdges edges{0.0};
    for (const double start : {0.105, 0.585})
        for (int score = 0; score < 7; ++score)
            edges.push_back(start + 0.0593 * (score + 1));
    return edges;
}

void drawTableRow(Pen& pen, const QStringList& cells, const ColumnEdges& edges, bool bold, int height) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const int edge = kMargin + static_cast<int>(edges[static_cast<std::size_t>(i)] * kTextWidth);
        const QRect room = i == 0 ? QRect(edge, pen.y, 700, height) : QRect(edge - 900, pen.y, 900, height);
        pen.painter.setFont(reportFont(kTableLetters, bold));
        pen.painter.setPen(pen.style.ink);
        pen.painter.drawText(
            room, static_cast<int>(i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, cells[i]);
    }
    pen.y += height;
}

void drawTable(Pen& pen, const AgreementPage& page) {
    const AgreementTable table = agreementTable(*page.condition, page.pair);
    pen.paragraph(Texts::tr("Table 1.  Agreement by unit"), 9 * kPoint, pen.style.ink, true, 60);
    pen.rule(8);
    pen.y += 20;
    QStringList upper, lower;
    for (const QString& column : table.columns) {
        upper << column.section(QLatin1Char('\n'), 0, 0);
        lower << column.section(QLatin1Char('\n'), 1, 1);
    }
    drawTableRow(pen, upper, kAgreementEdges, true, 115);
    drawTableRow(pen, lower, kAgreementEdges, false, 120);
    pen.y += 15;
    pen.rule(4);
    pen.y += 20;
    for (const QStringList& row : table.rows)
        drawTableRow(pen, row, kAgreementEdges, false, 140);
    pen.y += 20;
    pen.rule(8);
    pen.y += 40;
    QString note =
        Texts::tr("Left out: images not read by both / read but not readable. Within 1: scores at "
                  "most one point apart. Bias and 95 % limits in points, first reader minus second.");
    if (!table.footnotes.isEmpty())
        note += Texts::tr("  n.d., not defined; %1.").arg(table.footnotes.join(QStringLiteral("; ")));
    pen.paragraph(note, 7 * kPoint, pen.style.muted, false, 130);
}

/// Over the scores of one reader, shortened to their width.
void drawReaderName(Pen& pen, const std::string& reader, double from, double to) {
    const QRect room(kMargin + static_cast<int>(from * kTextWidth), pen.y,
                     static_cast<int>((to - from) * kTextWidth), 115);
    pen.painter.setFont(reportFont(kTableLetters, true));
    pen.painter.setPen(pen.style.ink);
    const QString name =
        pen.painter.fontMetrics().elidedText(QString::fromStdString(reader), Qt::ElideMiddle, room.width());
    pen.painter.drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), name);
}

void drawCounts(Pen& pen, const AgreementPage& page) {
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
    drawTableRow(pen, table.columns, edges, false, 120);
    pen.y += 15;
    pen.rule(4);
    pen.y += 20;
    for (const QStringList& row : table.rows)
        drawTableRow(pen, row, edges, false, 130);
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

void drawFigure(Pen& pen, const AgreementPage& page, const Figure& figure, const QRect& box) {
    const int caption = 150;
    pen.text(QRect(box.left(), box.top(), 150, caption), figure.letter, 9 * kPoint, pen.style.ink, true);
    pen.text(QRect(box.left() + 150, box.top(), box.width() - 150, caption), figure.title, 9 * kPoint,
             pen.style.ink);
    const PairAgreement* pair = pairOf(page, figure.kind);
    if (!pair) return;
    QCustomPlot plot;
    PlotStyle style = pen.style;
    style.letterSize = 8;
    figure.fill(plot, {figure.kind, Segment::L1, Wall::Anterior}, *pair, style);
    pen.painter.save();
    pen.painter.translate(box.left(), box.top() + caption);
    pen.painter.scale(kPoint, kPoint);
    plot.toPainter(&pen.painter, box.width() / kPoint, (box.height() - caption) / kPoint);
    pen.painter.restore();
}

void drawFigures(Pen& pen, const AgreementPage& page) {
    const int gap = 200, height = 1680;
    const int wide = static_cast<int>(0.55 * (kTextWidth - gap)), narrow = kTextWidth - gap - wide;
    const int right = kMargin + wide + gap;
    drawFigure(pen, page,
               {Texts::tr("A"), Texts::tr("Total score: Bland–Altman"), Unit::Kind::Total, fillBlandAltman},
               QRect(kMargin, pen.y, wide, height));
    drawFigure(pen, page,
               {Texts::tr("B"), Texts::tr("Total score: both readings"), Unit::Kind::Total, fillScatter},
               QRect(right, pen.y, narrow, height));
    pen.y += height + 90;
    const int second = 1520;
    drawFigure(
        pen, page,
        {Texts::tr("C"), Texts::tr("Burden category: confusion matrix"), Unit::Kind::Category, fillConfusion},
        QRect(kMargin, pen.y, narrow + 150, second));
    const int left = kMargin + narrow + 150 + gap;
    const QRect words(left, pen.y, kMargin + kTextWidth - left, second);
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

void drawFoot(Pen& pen, const AgreementPage& page) {
    pen.y = kPageHeight - 520;
    pen.rule(4);
    const QRect line(kMargin, pen.y + 60, kTextWidth, 200);
    pen.text(line, researchUseNotice(), 8 * kPoint, pen.style.ink, true);
    pen.text(line,
             Texts::tr("VerteScore %1  ·  page %2 of %3")
                 .arg(QStringLiteral(VERTESCORE_VERSION))
                 .arg(page.number)
                 .arg(page.count),
             8 * kPoint, pen.style.muted, false, Qt::AlignRight);
}

} // namespace

void drawAgreementPage(QCPPainter& painter, const AgreementPage& page) {
    Pen pen{painter};
    drawHead(pen, page);
    if (page.report->synthetic) drawSyntheticNotice(pen);
    drawTable(pen, page);
    drawCounts(pen, page);
    drawFigures(pen, page);
    drawFoot(pen, page);
}

} // namespace vertescore
