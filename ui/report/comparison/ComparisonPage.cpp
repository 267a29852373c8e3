// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/comparison/ComparisonPage.h"

#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/TableRow.h"
#include "ui/report/comparison/ComparisonTable.h"
#include "ui/report/comparison/ForestPlot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ComparisonPage)
};

const ColumnEdges kEdges{0.000, 0.140, 0.390, 0.640, 0.890, 1.000};

const PairedAgreement* totalOf(const ComparisonPage& page) {
    return findPaired(*page.report, page.readers, {Unit::Kind::Total, Segment::L1, Wall::Anterior});
}

bool isMean(const ComparisonPage& page) {
    return page.readers == kMeanOfPairs;
}

QString readersOf(const ComparisonPage& page) {
    return isMean(page) ? Texts::tr("mean of all pairs of readers")
                        : Texts::tr("readers %1").arg(QString::fromStdString(page.readers));
}

void drawHead(ReportPen& pen, const ComparisonPage& page) {
    QStringList facts{Texts::tr("Study: %1").arg(QString::fromStdString(page.report->study)),
                      readersOf(page)};
    if (const PairedAgreement* total = totalOf(page))
        facts << Texts::tr("total scored by all under both:\u00A0%1")
                     .arg(total->comparison.kappas.front().images);
    pen.head(Texts::tr("%1 compared with %2")
                 .arg(QString::fromStdString(page.report->withCondition),
                      QString::fromStdString(page.report->withoutCondition)),
             facts, page.place.madeOn);
}

/// The two readers of the page with the total and the category under one condition; of a mean of pairs
/// nothing.
const PairAgreement* pairOf(const ComparisonPage& page, const std::string& condition, Unit::Kind kind) {
    const ConditionAgreement* agreement = page.report->find(condition);
    const UnitAgreement* unit = agreement ? agreement->find({kind, Segment::L1, Wall::Anterior}) : nullptr;
    if (!unit) return nullptr;
    const auto found = std::ranges::find_if(unit->pairs, [&](const PairAgreement& pair) {
        return pair.firstRater + "-" + pair.secondRater == page.readers;
    });
    return found == unit->pairs.end() ? nullptr : &*found;
}

bool isOfTwoReaders(const ComparisonPage& page) {
    return pairOf(page, page.report->withCondition, Unit::Kind::Total) &&
           pairOf(page, page.report->withoutCondition, Unit::Kind::Total);
}

/// A page of two readers has their plots in place of the third table, which is in the appendix.
void drawTables(ReportPen& pen, const ComparisonPage& page) {
    std::vector<std::pair<ComparedStatistic, QString>> tables{
        {ComparedStatistic::Pearson, Texts::tr("Table 1.  Correlation between readers (Pearson r)")},
        {ComparedStatistic::LinearKappa, Texts::tr("Table 2.  Cohen's weighted kappa (linear weights)")}};
    if (!isOfTwoReaders(page))
        tables.emplace_back(ComparedStatistic::Icc21, Texts::tr("Table 3.  Intraclass correlation ICC(2,1)"));
    QStringList footnotes;
    for (const auto& [statistic, title] : tables) {
        const AgreementTable table = comparisonTable(*page.report, page.readers, statistic);
        pen.table(title, table, kEdges);
        pen.y += 60;
        footnotes << table.footnotes;
    }
    if (footnotes.isEmpty()) return;
    footnotes.removeDuplicates();
    pen.y -= 30;
    pen.paragraph(Texts::tr("n.d., not defined; %1.").arg(footnotes.join(QStringLiteral("; "))), 7 * kPoint,
                  pen.style.muted, false, 60);
}

std::vector<ForestRow> rowsOf(const ComparisonPage& page, bool differences) {
    std::vector<ForestRow> rows;
    for (const PairedAgreement& paired : page.report->paired) {
        if (paired.readers != page.readers) continue;
        const PairedChange& change = *changeOf(paired, ComparedStatistic::LinearKappa);
        const QString name = shortUnitName(paired.unit);
        if (differences)
            rows.push_back(
                {name, Undefined::NotComputed, {}, change.difference, change.bootstrap.percentile});
        else
            rows.push_back({name, change.without, change.withoutInterval, change.with, change.withInterval});
    }
    return rows;
}

/// What more images would bring; empty when the total has no interval.
QString powerHint(const ComparisonPage& page) {
    const PairedAgreement* total = totalOf(page);
    if (!total) return {};
    const PairedChange& change = *changeOf(*total, ComparedStatistic::LinearKappa);
    const Interval& interval = change.bootstrap.percentile;
    if (!interval.low.isDefined() || !interval.high.isDefined()) return {};
    const double width = *interval.high - *interval.low;
    return Texts::tr(
               "The interval of the change in the total's kappa is %1 wide with %2 images; with twice as "
               "many it would be about %3. ")
        .arg(shortNumber(width))
        .arg(change.images)
        .arg(shortNumber(intervalWidthWith(width, 2)));
}

QString methodsOf(const ComparisonPage& page) {
    const PairedAgreement* total = totalOf(page);
    const Bootstrap bootstrap =
        total ? changeOf(*total, ComparedStatistic::LinearKappa)->bootstrap : Bootstrap{};
    QString drawn = Texts::tr("%1 resamples").arg(bootstrap.resamples + bootstrap.dropped);
    if (bootstrap.seed) drawn += Texts::tr(", seed %1").arg(*bootstrap.seed);
    const QString intervals =
        isMean(page)
            ? Texts::tr("Each value is the mean over all pairs of readers, its interval the percentile "
                        "bootstrap of that mean over the same resamples.")
            : Texts::tr("Intervals: Pearson, Fisher z; kappa, Wald with the non-null standard error "
                        "(Fleiss, Cohen & Everitt 1969), not truncated at 1; ICC, F distribution.");
    QString words =
        powerHint(page) +
        Texts::tr(
            "Only images that every one of these readers scored under both conditions. Kappa: Cohen, linear "
            "weights over the declared scores. ICC(2,1): two-way random, absolute agreement, single reading "
            "(Shrout & Fleiss 1979). %1 Differences: percentile bootstrap over images, those of one patient "
            "together (%2); p: delta method from the influence of each image on both kappas, two-sided, not "
            "adjusted for several units.")
            .arg(intervals, drawn);
    if (isOfTwoReaders(page))
        words += Texts::tr(
            " C: Bland–Altman; solid, bias; dashed, limits of agreement (bias ± 1.96 SD); bands, exact 95 % "
            "intervals. D, E: images by burden category, rows the first reader.");
    return words;
}

/// One of the plots of two readers under one condition, in smaller letters: three stand side by side.
ReportFigure pairFigure(const ComparisonPage& page, const QString& letter, const QString& title,
                        const std::string& condition, Unit::Kind kind) {
    const bool isTotal = kind == Unit::Kind::Total;
    return {letter, title, isTotal ? 0.38 : 0.31, [&page, condition, kind, isTotal](QCustomPlot& plot) {
                const PairAgreement& pair = *pairOf(page, condition, kind);
                const Unit unit{kind, Segment::L1, Wall::Anterior};
                PlotStyle style = figureStyle();
                style.letterSize = 7;
                isTotal ? fillBlandAltman(plot, unit, pair, style) : fillConfusion(plot, unit, pair, style);
            }};
}

/// Rows of figures down to where the methods begin.
void drawFigures(ReportPen& pen, const ComparisonPage& page, int end) {
    const bool hasPlots = isOfTwoReaders(page);
    const int rows = hasPlots ? 2 : 1;
    const int height = std::min(1750, (end - pen.y) / rows - kBelowFigures);
    const auto without = QString::fromStdString(page.report->withoutCondition),
               with = QString::fromStdString(page.report->withCondition);
    pen.figures({{Texts::tr("A"), Texts::tr("Kappa: open grey, %1; filled, %2").arg(without, with), 0.52,
                  [&](QCustomPlot& plot) {
                      fillForest(plot, rowsOf(page, false),
                                 isMean(page) ? Texts::tr("Linear κ, 95 % bootstrap interval")
                                              : Texts::tr("Linear κ, 95 % Wald interval"),
                                 figureStyle());
                  }},
                 {Texts::tr("B"), Texts::tr("Change on the same images"), 0.48,
                  [&](QCustomPlot& plot) {
                      fillDifferences(plot, rowsOf(page, true),
                                      Texts::tr("Difference of κ, 95 % bootstrap interval"), figureStyle());
                  }}},
                height);
    if (!hasPlots) return;
    pen.figures({pairFigure(page, Texts::tr("C"), Texts::tr("Total, %1").arg(with),
                            page.report->withCondition, Unit::Kind::Total),
                 pairFigure(page, Texts::tr("D"), Texts::tr("Categories, %1").arg(without),
                            page.report->withoutCondition, Unit::Kind::Category),
                 pairFigure(page, Texts::tr("E"), Texts::tr("Categories, %1").arg(with),
                            page.report->withCondition, Unit::Kind::Category)},
                height);
}

} // namespace

double intervalWidthWith(double width, double times) {
    return width / std::sqrt(times);
}

void drawComparisonPage(QCPPainter& painter, const ComparisonPage& page) {
    ReportPen pen{painter};
    drawHead(pen, page);
    if (page.report->synthetic) pen.syntheticNotice();
    drawTables(pen, page);
    const QString methods = methodsOf(page);
    constexpr int kMethodLetters = 7 * kPoint;
    drawFigures(pen, page, kPageEnd - heightOfText(methods, kMethodLetters) - 220);
    pen.paragraph(Texts::tr("Methods"), 9 * kPoint, pen.style.ink, true, 50);
    pen.paragraph(methods, kMethodLetters, pen.style.muted);
    pen.foot(page.place);
}

} // namespace vertescore
