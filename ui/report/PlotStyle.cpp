// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/PlotStyle.h"

#include "ui/report/CustomPlot.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// Ticks at whole points, with a true minus sign.
class PointTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        return std::max(1.0, std::round(QCPAxisTicker::getTickStep(range)));
    }
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
        return withMinusSign(QCPAxisTicker::getTickLabel(tick, locale, format, precision));
    }
};

} // namespace

PlotStyle PlotStyle::light() {
    return {QColor(0xFF, 0xFF, 0xFF), QColor(0x1D, 0x20, 0x23), QColor(0x5F, 0x66, 0x6D),
            QColor(0xE6, 0xE8, 0xEA), QColor(0x1F, 0x5F, 0x8B), QColor(0xB8, 0x4A, 0x1A)};
}

PlotStyle PlotStyle::dark() {
    return {QColor(0x1E, 0x20, 0x23), QColor(0xE8, 0xEA, 0xED), QColor(0x9E, 0xA6, 0xAE),
            QColor(0x33, 0x37, 0x3B), QColor(0x6F, 0xB7, 0xE6), QColor(0xF0, 0x9A, 0x5E)};
}

QFont reportFont(int pixelSize, bool bold) {
    QFont font;
    font.setFamilies({QStringLiteral("Liberation Sans"), QStringLiteral("Arial"), QStringLiteral("Helvetica"),
                      QStringLiteral("DejaVu Sans Condensed"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(std::max(1, pixelSize));
    font.setBold(bold);
    return font;
}

QColor withAlpha(QColor colour, qreal alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QString withMinusSign(QString number) {
    return number.replace(QLatin1Char('-'), QChar(0x2212));
}

void dressAxis(QCPAxis& axis, const PlotStyle& style) {
    axis.setBasePen(QPen(style.muted, 1));
    axis.setTickPen(QPen(style.muted, 1));
    axis.setSubTicks(false);
    axis.setTickLength(0, 4);
    axis.setTickLabelColor(style.ink);
    axis.setTickLabelFont(reportFont(style.letterSize));
    axis.setLabelColor(style.ink);
    axis.setLabelFont(reportFont(style.letterSize));
    axis.setTickLabelPadding(4);
    axis.setLabelPadding(5);
    axis.grid()->setVisible(false);
}

void startPlot(QCustomPlot& plot, const PlotStyle& style) {
    plot.clearPlottables();
    plot.clearItems();
    plot.setBackground(QBrush(style.ground));
    plot.setLocale(QLocale::c());
    plot.legend->setVisible(false);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        dressAxis(*axis, style);
        axis->setRangeReversed(false);
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new PointTicker));
        axis->ticker()->setTickCount(5);
    }
    plot.axisRect()->setMinimumMargins(QMargins(8, 10, 12, 8));
    plot.axisRect()->setAutoMargins(QCP::msAll);
    plot.xAxis->setVisible(true);
    plot.yAxis->setVisible(true);
}

void saySo(QCustomPlot& plot, const QString& sentence, const PlotStyle& style) {
    plot.xAxis->setVisible(false);
    plot.yAxis->setVisible(false);
    auto* text = new QCPItemText(&plot);
    text->position->setType(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.5, 0.5);
    text->setText(sentence);
    text->setColor(style.muted);
    text->setFont(reportFont(style.letterSize));
}

} // namespace vertescore
