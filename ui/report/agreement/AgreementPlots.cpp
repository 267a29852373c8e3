// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementPlots.h"

#include "ui/report/CustomPlot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementPlots)
};

QString nameOf(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString signedNumber(double value) {
    return withMinusSign(QString::number(value, 'f', 2));
}

QCPItemPosition* place(QCPItemPosition* position, double ratioX, double y) {
    position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    position->setTypeY(QCPItemPosition::ptPlotCoords);
    position->setCoords(ratioX, y);
    return position;
}

void addBand(QCustomPlot& plot, const Interval& interval, const QColor& colour) {
    if (!interval.low.isDefined() || !interval.high.isDefined()) return;
    auto* band = new QCPItemRect(&plot);
    place(band->topLeft, 0, *interval.high);
    place(band->bottomRight, 1, *interval.low);
    band->setPen(Qt::NoPen);
    band->setBrush(withAlpha(colour, 0.13));
    band->setLayer(QStringLiteral("background"));
}

void addLevelLine(QCustomPlot& plot, double y, const QPen& pen) {
    auto* line = new QCPItemLine(&plot);
    place(line->start, 0, y);
    place(line->end, 1, y);
    line->setPen(pen);
    line->setLayer(QStringLiteral("grid"));
}

/// To the right of the plot area, at the height of its line.
void addLineLabel(QCustomPlot& plot, double y, const QString& text, const QColor& colour,
                  const PlotStyle& style) {
    auto* label = new QCPItemText(&plot);
    label->setClipToAxisRect(false);
    place(label->position, 1.02, y);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setTextAlignment(Qt::AlignLeft);
    label->setText(text);
    label->setColor(colour);
    label->setFont(reportFont(style.letterSize - 1));
}

using Counts = std::map<std::pair<int, int>, int>; ///< images by (first, second) score

Counts countScores(const PairSample& sample) {
    Counts counts;
    for (std::size_t i = 0; i < sample.size(); ++i)
        ++counts[{sample.first[i], sample.second[i]}];
    return counts;
}

/// One disc for each pair of scores, its area in proportion to the images.
void addBubbles(QCustomPlot& plot, const Counts& counts, const PlotStyle& style) {
    std::map<int, QCPGraph*> ofCount;
    for (const auto& [scores, count] : counts) {
        QCPGraph*& graph = ofCount[count];
        if (!graph) {
            graph = plot.addGraph();
            graph->setLineStyle(QCPGraph::lsNone);
            const double diameter = 0.42 * style.letterSize * std::sqrt(static_cast<double>(count) + 0.6);
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(style.accent, 1),
                                                   withAlpha(style.accent, 0.45), diameter));
        }
        graph->addData((scores.first + scores.second) / 2.0, scores.first - scores.second);
    }
}

double furthest(const BlandAltman& ba, const Counts& counts) {
    double reach = 1;
    for (const auto& [scores, count] : counts)
        reach = std::max(reach, std::abs(static_cast<double>(scores.first - scores.second)));
    for (const Statistic& edge :
         {ba.lower.exact.low, ba.upper.exact.high, ba.lower.estimate, ba.upper.estimate})
        if (edge.isDefined()) reach = std::max(reach, std::abs(*edge));
    return reach;
}

QSharedPointer<QCPAxisTicker> scoreTicker(const Unit& unit) {
    if (unit.kind == Unit::Kind::Category) {
        QSharedPointer<QCPAxisTickerText> named(new QCPAxisTickerText);
        for (const BurdenCategory category :
             {BurdenCategory::Low, BurdenCategory::Moderate, BurdenCategory::High})
            named->addTick(static_cast<int>(category), burdenWords(category));
        return named;
    }
    QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
    whole->setTickStep(categoryCount(unit) > 10 ? 4 : 1);
    return whole;
}

/// Long names would not fit beside the plot.
constexpr qsizetype kLongestName = 14;
constexpr qsizetype kLongestNames = 14;
constexpr qsizetype kLongestLabel = 40;

QString readerAxis(const std::string& reader) {
    const QString name = QString::fromStdString(reader);
    const qsizetype end = kLongestName / 2;
    return Texts::tr("Reader %1")
        .arg(name.size() > kLongestName ? name.first(end).trimmed() + QChar(0x2026) + name.last(end).trimmed()
                                        : name);
}

QString differenceAxis(const PairAgreement& pair) {
    const QString first = QString::fromStdString(pair.firstRater),
                  second = QString::fromStdString(pair.secondRater);
    return first.size() + second.size() > kLongestNames
               ? Texts::tr("First − second (points)")
               : Texts::tr("Difference, %1 − %2 (points)").arg(first, second);
}

QString readerAndUnitAxis(const std::string& reader, const Unit& unit) {
    const QString both = QStringLiteral("%1: %2").arg(readerAxis(reader), unitTitle(unit));
    return both.size() > kLongestLabel ? readerAxis(reader) : both;
}

void setScoreAxes(QCustomPlot& plot, const Unit& unit) {
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setTicker(scoreTicker(unit));
        axis->setRange(-0.5, categoryCount(unit) - 0.5);
    }
    // The names of categories would touch each other in a small plot.
    const bool isSmall = plot.xAxis->tickLabelFont().pixelSize() < 9;
    if (unit.kind == Unit::Kind::Category && isSmall) plot.xAxis->setTickLabelRotation(-30);
}

/// The k-th of n points around a place: a sunflower spiral within the given radius.
QPointF spread(int k, int n, double radius) {
    if (n == 1) return {0, 0};
    const double turn = std::numbers::pi * (3 - std::sqrt(5.0));
    const double distance = radius * std::sqrt((k + 0.5) / n);
    return {distance * std::cos(k * turn), distance * std::sin(k * turn)};
}

void addCell(QCustomPlot& plot, int column, int row, const QColor& colour) {
    auto* cell = new QCPItemRect(&plot);
    cell->topLeft->setCoords(column - 0.5, row - 0.5);
    cell->bottomRight->setCoords(column + 0.5, row + 0.5);
    cell->setPen(Qt::NoPen);
    cell->setBrush(colour);
    cell->setLayer(QStringLiteral("background"));
}

void addCount(QCustomPlot& plot, double column, double row, int count, const QColor& colour, int letterSize) {
    auto* text = new QCPItemText(&plot);
    text->setClipToAxisRect(false);
    text->position->setCoords(column, row);
    text->setText(QString::number(count));
    text->setColor(colour);
    text->setFont(reportFont(letterSize));
}

/// Row sums to the right, column sums below the plot area's top edge.
void addTotals(QCustomPlot& plot, const std::vector<std::vector<int>>& counts, const PlotStyle& style) {
    const auto k = static_cast<int>(counts.size());
    for (int i = 0; i < k; ++i) {
        int inRow = 0, inColumn = 0;
        for (int j = 0; j < k; ++j) {
            inRow += counts[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
            inColumn += counts[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)];
        }
        addCount(plot, k - 0.5 + 0.07 * k, i, inRow, style.muted, style.letterSize - 1);
        addCount(plot, i, -0.5 - 0.06 * k, inColumn, style.muted, style.letterSize - 1);
    }
}

} // namespace

QString burdenWords(BurdenCategory category) {
    switch (category) {
    case BurdenCategory::Low:
        return Texts::tr("low", "burden");
    case BurdenCategory::Moderate:
        return Texts::tr("moderate", "burden");
    case BurdenCategory::High:
        return Texts::tr("high", "burden");
    }
    return {};
}

QString unitTitle(const Unit& unit) {
    const int highest = categoryCount(unit) - 1;
    switch (unit.kind) {
    case Unit::Kind::Wall:
        return Texts::tr("%1 %2 wall, grade (0–%3)")
            .arg(nameOf(segmentName(unit.segment)), nameOf(wallName(unit.wall)))
            .arg(highest);
    case Unit::Kind::Level:
        return Texts::tr("%1 score (0–%2)").arg(nameOf(segmentName(unit.segment))).arg(highest);
    case Unit::Kind::Total:
        return Texts::tr("Total AAC-24 score (0–%1)").arg(highest);
    case Unit::Kind::Category:
        return Texts::tr("Burden category");
    case Unit::Kind::Aac8:
        return Texts::tr("AAC-8 score (0–%1)").arg(highest);
    }
    return {};
}

void fillBlandAltman(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style) {
    startPlot(plot, style);
    if (!pair.blandAltman) return saySo(plot, Texts::tr("Categories have no differences to plot."), style);
    const BlandAltman& ba = *pair.blandAltman;
    if (!ba.bias.isDefined()) return saySo(plot, Texts::tr("No image was scored by both readers."), style);
    const Counts counts = countScores(pair.sample);
    addLevelLine(plot, 0, QPen(style.muted, 0.8, Qt::DotLine));
    addBand(plot, ba.biasInterval, style.accent);
    addLevelLine(plot, *ba.bias, QPen(style.accent, 1.4));
    addLineLabel(plot, *ba.bias, Texts::tr("bias\n%1").arg(signedNumber(*ba.bias)), style.accent, style);
    const std::pair<const AgreementLimit*, QString> limits[] = {{&ba.upper, Texts::tr("+1.96 SD\n%1")},
                                                                {&ba.lower, Texts::tr("−1.96 SD\n%1")}};
    for (const auto& [limit, text] : limits) {
        if (!limit->estimate.isDefined()) continue;
        addBand(plot, limit->exact, style.warning);
        addLevelLine(plot, *limit->estimate, QPen(style.warning, 1.2, Qt::DashLine));
        if (*ba.sd > 0)
            addLineLabel(plot, *limit->estimate, text.arg(signedNumber(*limit->estimate)), style.warning,
                         style);
    }
    addBubbles(plot, counts, style);
    const double reach = 1.12 * furthest(ba, counts);
    plot.yAxis->setRange(-reach, reach);
    plot.xAxis->setRange(-0.04 * categoryCount(unit), 1.04 * (categoryCount(unit) - 1));
    plot.xAxis->setTicker(scoreTicker(unit));
    plot.xAxis->setLabel(Texts::tr("Mean of both readers: %1").arg(unitTitle(unit)));
    plot.yAxis->setLabel(differenceAxis(pair));
    plot.axisRect()->setMinimumMargins(QMargins(8, 10, static_cast<int>(5.2 * style.letterSize), 8));
}

void fillScatter(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style) {
    startPlot(plot, style);
    if (pair.sample.size() == 0) return saySo(plot, Texts::tr("No image was scored by both readers."), style);
    setScoreAxes(plot, unit);
    auto* identity = new QCPItemLine(&plot);
    identity->start->setCoords(-0.5, -0.5);
    identity->end->setCoords(categoryCount(unit) - 0.5, categoryCount(unit) - 0.5);
    identity->setPen(QPen(style.muted, 1, Qt::DashLine));
    identity->setLayer(QStringLiteral("grid"));
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(style.accent, 1),
                                           withAlpha(style.accent, 0.4), 0.45 * style.letterSize));
    for (const auto& [scores, count] : countScores(pair.sample)) {
        for (int k = 0; k < count; ++k) {
            const QPointF off = spread(k, count, 0.36);
            graph->addData(scores.first + off.x(), scores.second + off.y());
        }
    }
    plot.xAxis->setLabel(readerAndUnitAxis(pair.firstRater, unit));
    plot.yAxis->setLabel(readerAxis(pair.secondRater));
}

void fillConfusion(QCustomPlot& plot, const Unit& unit, const PairAgreement& pair, const PlotStyle& style) {
    startPlot(plot, style);
    if (pair.sample.size() == 0) return saySo(plot, Texts::tr("No image was scored by both readers."), style);
    setScoreAxes(plot, unit);
    plot.yAxis->setRangeReversed(true);
    const auto counts = pair.sample.confusion();
    const int k = pair.sample.categories;
    const bool isLarge = k > 10;
    int most = 1;
    for (const auto& row : counts)
        most = std::max(most, std::ranges::max(row));
    for (int row = 0; row < k; ++row) {
        for (int column = 0; column < k; ++column) {
            const int count = counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            const bool agrees = row == column;
            if (count == 0) {
                if (agrees) addCell(plot, column, row, style.faint);
                continue;
            }
            // Strength by the root of the count: a single far-off reading must stay visible.
            const double strength = 0.14 + 0.66 * std::sqrt(static_cast<double>(count) / most);
            addCell(plot, column, row, withAlpha(agrees ? style.accent : style.warning, strength));
            const QColor letters = strength > 0.5 ? style.ground : style.ink;
            addCount(plot, column, row, count, letters,
                     isLarge ? style.letterSize * 2 / 3 : style.letterSize);
        }
    }
    if (!isLarge) addTotals(plot, counts, style);
    const int margin = isLarge ? 12 : static_cast<int>(2.8 * style.letterSize);
    plot.axisRect()->setMinimumMargins(QMargins(8, margin, margin, 8));
    plot.xAxis->setLabel(readerAndUnitAxis(pair.secondRater, unit));
    plot.yAxis->setLabel(readerAxis(pair.firstRater));
}

} // namespace vertescore
