// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/TrainingPicture.h"

#include "ui/report/AnnotatedPicture.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/PlotStyle.h"
#include "ui/report/PngFile.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <deque>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TrainingPicture)
};

constexpr QSize kPicture(1600, 1200);
constexpr int kMargin = 48;
constexpr int kLetters = 22;
const QMargins kPlotMargins(120, 10, 120, 8); ///< the same steps below each other
constexpr double kRunningShare = 0.02;        ///< of all steps, over which the running mean goes
constexpr double kSmallestShown = 1e-4;       ///< a logarithmic axis has no zero

PlotStyle style() {
    PlotStyle style = PlotStyle::light();
    style.letterSize = kLetters;
    return style;
}

/// Four that are told apart in grey too, by how dark they are.
std::array<QColor, 4> lineColours() {
    return {style().ink, style().accent, style().warning, QColor(0x5B, 0x9A, 0x5B)};
}

/// Ticks at 1, 2 and 5 of each decade of the axis's range.
void setLogarithmic(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const QCPRange range = axis.range();
    for (double decade = kSmallestShown; decade < range.upper; decade *= 10)
        for (const int digit : {1, 2, 5})
            if (range.contains(digit * decade))
                ticker->addTick(digit * decade, QString::number(digit * decade, 'g', 3));
    axis.setTicker(ticker);
    axis.grid()->setVisible(true);
    axis.grid()->setPen(QPen(style().faint, 1));
}

void showLegend(QCustomPlot& plot) {
    plot.legend->setVisible(true);
    plot.legend->setFont(reportFont(kLetters - 2));
    plot.legend->setTextColor(style().ink);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setBrush(withAlpha(style().ground, 0.85));
    plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
}

struct Curve {
    QString name;
    double TrainingStep::*loss;
};

/// Faint as it was, strong as a running mean.
void addLoss(QCustomPlot& plot, const std::vector<TrainingStep>& steps, const Curve& curve,
             const QColor& colour) {
    QCPGraph* faint = plot.addGraph();
    faint->setPen(QPen(withAlpha(colour, 0.25), 1));
    faint->removeFromLegend();
    QCPGraph* strong = plot.addGraph();
    strong->setPen(QPen(colour, 3));
    strong->setName(curve.name);
    const auto window =
        std::max<std::size_t>(1, static_cast<std::size_t>(kRunningShare * static_cast<double>(steps.size())));
    std::deque<double> recent;
    double sum = 0;
    for (const TrainingStep& step : steps) {
        const double loss = std::max(step.*curve.loss, kSmallestShown);
        faint->addData(step.step, loss);
        recent.push_back(loss);
        sum += loss;
        if (recent.size() > window) {
            sum -= recent.front();
            recent.pop_front();
        }
        strong->addData(step.step, sum / static_cast<double>(recent.size()));
    }
}

void fillLosses(QCustomPlot& plot, const TrainingCurve& curve) {
    startPlot(plot, style());
    plot.axisRect()->setMinimumMargins(kPlotMargins);
    const std::array<Curve, 4> losses{{{Texts::tr("all"), &TrainingStep::loss},
                                       {Texts::tr("heatmap"), &TrainingStep::heatmapLoss},
                                       {Texts::tr("centre offsets"), &TrainingStep::centreLoss},
                                       {Texts::tr("corner offsets"), &TrainingStep::cornerLoss}}};
    for (std::size_t i = 0; i < losses.size(); ++i)
        addLoss(plot, curve.steps, losses[i], lineColours()[i]);
    plot.rescaleAxes();
    plot.yAxis->setRange(plot.yAxis->range().lower / 1.5, plot.yAxis->range().upper * 1.5);
    setLogarithmic(*plot.yAxis);
    plot.yAxis->setLabel(Texts::tr("Loss"));
    showLegend(plot);
}

QCPGraph* addChecks(QCustomPlot& plot, const TrainingCurve& curve, double TrainingCheck::*value, double scale,
                    QCPAxis* axis, const QColor& colour) {
    QCPGraph* graph = plot.addGraph(plot.xAxis, axis);
    graph->setPen(QPen(colour, 3));
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, 9));
    for (const TrainingCheck& check : curve.checks)
        graph->addData(check.step, std::max(scale * check.*value, kSmallestShown));
    return graph;
}

void fillChecks(QCustomPlot& plot, const TrainingCurve& curve) {
    startPlot(plot, style());
    plot.axisRect()->setMinimumMargins(kPlotMargins);
    if (curve.checks.empty())
        return saySo(plot, Texts::tr("Nothing was measured on held-out scans."), style());
    const auto colours = lineColours();
    addChecks(plot, curve, &TrainingCheck::meanPx, 1, plot.yAxis, colours[0])
        ->setName(Texts::tr("mean error"));
    addChecks(plot, curve, &TrainingCheck::medianPx, 1, plot.yAxis, colours[1])
        ->setName(Texts::tr("median error"));
    addChecks(plot, curve, &TrainingCheck::allRightRate, 100, plot.yAxis2, colours[2])
        ->setName(Texts::tr("scans with every level right (right axis)"));
    plot.rescaleAxes();
    plot.yAxis->setRange(plot.yAxis->range().lower / 4, plot.yAxis->range().upper * 1.5);
    setLogarithmic(*plot.yAxis);
    dressAxis(*plot.yAxis2, style());
    plot.yAxis2->setVisible(true);
    plot.yAxis2->setRange(0, 105);
    plot.yAxis2->setLabel(Texts::tr("Scans, %"));
    plot.xAxis->setRange(curve.steps.front().step, curve.steps.back().step);
    plot.xAxis->setLabel(Texts::tr("Step"));
    plot.yAxis->setLabel(Texts::tr("Error, px of 1024 x 512"));
    showLegend(plot);
    plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignBottom | Qt::AlignRight);
}

} // namespace

QImage drawTrainingCurve(const TrainingCurve& curve, const QString& title) {
    QImage picture(kPicture, QImage::Format_RGB32);
    picture.fill(style().ground);
    {
        QPainter painter(&picture);
        const QRect text = picture.rect().adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
        painter.setPen(style().ink);
        painter.setFont(reportFont(kLetters + 6, true));
        painter.drawText(text, Qt::AlignTop | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(title, Qt::ElideMiddle, text.width()));
        painter.setFont(reportFont(kLetters - 4));
        painter.drawText(text, Qt::AlignBottom | Qt::AlignLeft, researchUseNotice());
    }
    const int top = 2 * kMargin, gap = kMargin / 2;
    const int height = (kPicture.height() - top - kMargin - gap - kMargin / 2) / 2;
    const int width = kPicture.width() - 2 * kMargin;
    for (const auto& [fill, y] : {std::pair{&fillLosses, top}, std::pair{&fillChecks, top + height + gap}}) {
        QCustomPlot plot;
        fill(plot, curve);
        QCPPainter own(&picture);
        own.translate(kMargin, y);
        plot.toPainter(&own, width, height);
    }
    return picture;
}

Status saveTrainingCurve(const std::filesystem::path& path, const TrainingCurve& curve,
                         const QString& title) {
    return writePngFile(path, drawTrainingCurve(curve, title));
}

} // namespace vertescore
