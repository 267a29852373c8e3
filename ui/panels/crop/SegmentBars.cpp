// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/crop/SegmentBars.h"

#include "core/scoring/ScoreSheet.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/report/Palette.h"
#include "ui/theme/Colours.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace vertescore {
namespace {

constexpr int kNameWidth = 34;
constexpr int kNumberWidth = 64;
constexpr int kBarHeight = 6;

int rowHeight(const QWidget& widget) {
    return std::max(24, widget.fontMetrics().height() + 8);
}

} // namespace

QString sayPercent(double percent) {
    const bool isWhole = percent <= 0 || percent >= 100;
    return QLocale().toString(percent, 'f', isWhole ? 0 : 1) + QStringLiteral(" %");
}

SegmentBars::SegmentBars(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Share outside the field by segment"));
}

void SegmentBars::setPercents(const std::optional<std::array<double, 4>>& percents) {
    m_percents = percents;
    QStringList parts;
    for (std::size_t i = 0; percents && i < kSegmentCount; ++i)
        parts << say(kSegments[i]) + QLatin1Char(' ') + sayPercent((*percents)[i]);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

QSize SegmentBars::sizeHint() const {
    return {220, rowHeight(*this) * static_cast<int>(kSegmentCount)};
}

void SegmentBars::paintEvent(QPaintEvent*) {
    const Colours& colours = deskColours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = rowHeight(*this);
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
        const QRectF row(0, static_cast<int>(i) * height, width(), height);
        painter.setPen(colours.text);
        painter.drawText(QRectF(row.left(), row.top(), kNameWidth, height), Qt::AlignVCenter | Qt::AlignLeft,
                         say(kSegments[i]));
        QRectF bar(kNameWidth, row.center().y() - kBarHeight / 2.0, width() - kNameWidth - kNumberWidth,
                   kBarHeight);
        const double percent = m_percents ? (*m_percents)[i] : 0;
        painter.setPen(m_percents ? (percent > 0 ? colours.text : colours.mutedText) : colours.mutedText);
        painter.drawText(QRectF(row.right() - kNumberWidth, row.top(), kNumberWidth, height),
                         Qt::AlignVCenter | Qt::AlignRight,
                         m_percents ? sayPercent(percent) : QStringLiteral("\u2013"));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.border);
        painter.drawRoundedRect(bar, 3, 3);
        if (percent <= 0) continue;
        bar.setWidth(std::max<double>(kBarHeight, bar.width() * std::min(percent, 100.0) / 100));
        painter.setBrush(palette::curveOutside());
        painter.drawRoundedRect(bar, 3, 3);
    }
}

} // namespace vertescore
