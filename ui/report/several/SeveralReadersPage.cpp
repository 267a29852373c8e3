// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/several/SeveralReadersPage.h"

#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/TableRow.h"
#include "ui/report/appendix/AppendixTables_p.h"
#include "ui/report/appendix/TableLayout.h"
#include "ui/report/comparison/ForestPlot.h"

#include <QCoreApplication>

#include <algorithm>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SeveralReadersPage)
};

constexpr std::size_t kMostPairs = 15; ///< that one page has room for; the appendix has all
constexpr qsizetype kLongestPair = 34;

const Unit kTotal{Unit::Kind::Total, Segment::L1, Wall::Anterior};

QString shortPair(const PairAgreement& pair) {
    const auto part = [](const std::string& name) {
        const QString text = QString::fromStdString(name);
        constexpr qsizetype most = kLongestPair / 2;
        return text.size() <= most ? text : text.left(most / 2) + QChar(0x2026) + text.right(most / 2 - 1);
    };
    return Texts::tr("%1 and %2").arg(part(pair.firstRater), part(pair.secondRater));
}

/// Of the total; empty when it was not asked for.
std::vector<PairAgreement> shownPairs(const ConditionAgreement& condition) {
    const UnitAgreement* total = condition.find(kTotal);
    if (!total) return {};
    return {total->pairs.begin(),
            total->pairs.begin() + static_cast<std::ptrdiff_t>(std::min(kMostPairs, total->pairs.size()))};
}

void drawNumbered(ReportPen& pen, const QString& title, const AgreementTable& table, const QString& note) {
    pen.paragraph(title, 9 * kPoint, pen.style.ink, true, 60);
    drawTable(pen, table, layOut(table));
    pen.y += 10;
    QString words = note;
    if (!table.footnotes.isEmpty())
        words += Texts::tr("  n.d., not defined: %1.").arg(table.footnotes.join(QStringLiteral("; ")));
    pen.paragraph(words, 7 * kPoint, pen.style.muted, false, 130);
}

/// Estimates of every shown pair as one row each.
std::vector<ForestRow> forestOf(const ConditionAgreement& condition, bool isKappa) {
    std::vector<ForestRow> rows;
    for (const PairAgreement& pair : shownPairs(condition)) {
        const Statistic value = isKappa ? pair.linear.estimate : pair.icc->icc21.estimate;
        const Interval interval = isKappa ? pair.linear.wald : pair.icc->icc21.interval;
        rows.push_back({shortPair(pair), Undefined::NotComputed, {}, value, interval});
    }
    return rows;
}

void drawForests(ReportPen& pen, const ConditionAgreement& condition, int end) {
    const int height = std::min(2400, end - pen.y - kBelowFigures);
    pen.figures({{Texts::tr("A"), Texts::tr("Total: linear κ of each pair"), 0.5,
                  [&](QCustomPlot& plot) {
                      fillDifferences(plot, forestOf(condition, true),
                                      Texts::tr("Linear κ, 95 % Wald interval"), figureStyle());
                  }},
                 {Texts::tr("B"), Texts::tr("Total: ICC(2,1) of each pair"), 0.5,
                  [&](QCustomPlot& plot) {
                      fillDifferences(plot, forestOf(condition, false), Texts::tr("ICC(2,1), 95 % interval"),
                                      figureStyle());
                  }}},
                height);
}

QString methodsOf(const SeveralReadersPage& page) {
    return Texts::
        tr("Pairs: mean over images of the share of pairs of readers with equal scores. Mean κ: of all "
           "pairs, linear weights over the declared scores (Light 1971). α: Krippendorff 2011, ordinal, "
           "over images with two readings or more. AC2: Gwet 2014, quadratic weights over the declared "
           "scores, t interval; unlike κ it does not fall because one score is rare. W: Kendall, corrected "
           "for ties. ICC(2,1): two-way random, absolute agreement, single reading, images that all scored "
           "(Shrout & Fleiss 1979). κ of a pair: non-null standard error (Fleiss, Cohen & Everitt 1969), "
           "Wald interval, not truncated at 1. Bias and 95 % limits in points, first reader minus second. "
           "A level is the sum of its two walls (0–6), the total of its four levels (0–24); a level or "
           "total with a missing wall is missing. Categories: low below %1, moderate, high from %2.")
            .arg(page.report->bounds.moderateFrom)
            .arg(page.report->bounds.highFrom);
}

} // namespace

AgreementTable severalReadersTable(const ConditionAgreement& condition) {
    AgreementTable table;
    table.columns = {Texts::tr("Unit"),
                     Texts::tr("Images\nread"),
                     Texts::tr("By two\nor more"),
                     Texts::tr("By all"),
                     Texts::tr("Pairs\nequal, %"),
                     Texts::tr("Mean κ\nlinear"),
                     Texts::tr("α\nordinal"),
                     Texts::tr("AC2\n(95 % CI)"),
                     Texts::tr("Kendall\nW"),
                     Texts::tr("ICC(2,1)\n(95 % CI)")};
    std::vector<TableRow> rows;
    for (const UnitAgreement& agreement : condition.units) {
        if (agreement.unit.kind == Unit::Kind::Wall) continue;
        const SeveralReaderAgreement& all = agreement.all;
        TableRow& row = rows.emplace_back(shortUnitName(agreement.unit));
        for (const std::size_t count : {all.counts.rated, all.counts.pairable, all.counts.complete})
            row.text(QString::number(count));
        row.percent(all.raw.exactPercent, Texts::tr("equal"));
        row.number(all.meanKappas[static_cast<std::size_t>(KappaWeights::Linear)], Texts::tr("kappa"));
        row.number(all.krippendorff.ordinal, Texts::tr("alpha"));
        addAc2(row, all.ac2);
        row.number(all.kendall.w, Texts::tr("W"));
        addIcc(row, all.icc, &Icc::icc21);
    }
    table.addRows(rows);
    return table;
}

AgreementTable pairsTable(const ConditionAgreement& condition) {
    AgreementTable table;
    table.columns = {Texts::tr("Readers"),
                     Texts::tr("n"),
                     Texts::tr("Exact\n%"),
                     Texts::tr("Linear κ\n(95 % CI)"),
                     Texts::tr("AC2\n(95 % CI)"),
                     Texts::tr("Pearson r\n(95 % CI)"),
                     Texts::tr("ICC(2,1)\n(95 % CI)"),
                     Texts::tr("Bias\n(limits)")};
    std::vector<TableRow> rows;
    for (const PairAgreement& pair : shownPairs(condition)) {
        TableRow& row = rows.emplace_back(shortPair(pair));
        row.text(QString::number(pair.sample.size()));
        row.percent(pair.raw.exactPercent, Texts::tr("exact"));
        addKappa(row, pair.linear, Texts::tr("kappa"));
        addAc2(row, pair.ac2);
        addPearson(row, pair.pearson);
        addIcc(row, pair.icc, &Icc::icc21);
        addBias(row, pair.blandAltman);
    }
    table.addRows(rows);
    return table;
}

void drawSeveralReadersPage(QCPPainter& painter, const SeveralReadersPage& page) {
    ReportPen pen{painter};
    const ConditionAgreement& condition = *page.condition;
    QStringList facts{Texts::tr("Study: %1").arg(QString::fromStdString(page.report->study))};
    if (const QString under = conditionWords(condition); !under.isEmpty()) facts << under;
    facts << Texts::tr("images read:\u00A0%1").arg(condition.images);
    pen.head(Texts::tr("Agreement of %1 readers").arg(condition.readers.size()), facts, page.place.madeOn);
    if (page.report->synthetic) pen.syntheticNotice();
    drawNumbered(pen, Texts::tr("Table 1.  All readers together"), severalReadersTable(condition), {});
    const UnitAgreement* total = condition.find(kTotal);
    const bool isCut = total && total->pairs.size() > kMostPairs;
    drawNumbered(pen, Texts::tr("Table 2.  Total score, pairs of readers"), pairsTable(condition),
                 isCut ? Texts::tr("The first %1 of %2 pairs; all are in the appendix.")
                             .arg(kMostPairs)
                             .arg(total->pairs.size())
                       : QString());
    const QString methods = methodsOf(page);
    constexpr int kMethodLetters = 7 * kPoint;
    drawForests(pen, condition, kPageEnd - heightOfText(methods, kMethodLetters) - 220);
    pen.paragraph(Texts::tr("Methods"), 9 * kPoint, pen.style.ink, true, 50);
    pen.paragraph(methods, kMethodLetters, pen.style.muted);
    pen.foot(page.place);
}

} // namespace vertescore
