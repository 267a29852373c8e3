// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/VertebraDelegate.h"

#include "core/landmarks/Landmarks.h"
#include "ui/panels/landmarks/VertebraModel.h"
#include "ui/report/Palette.h"
#include "ui/theme/Colours.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace vertescore {
namespace {

constexpr int kPadding = 8;
constexpr int kLevelWidth = 38;
constexpr int kMarksWidth = 34;
constexpr int kBarWidth = 56;
constexpr int kBarHeight = 4;
constexpr double kMarkRadius = 3.6;
constexpr double kMarkSpread = 7;
constexpr double kUnsure = 0.5; // below, the confidence is shown as a warning

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

void paintMarks(QPainter& painter, QPointF centre, const QList<int>& states, double front) {
    if (states.size() != static_cast<qsizetype>(kCornerCount)) return;
    // As they lie on the scan: superior above, anterior at the patient's front.
    const std::array<QPointF, kCornerCount> places{QPointF(front, -1), QPointF(-front, -1), QPointF(front, 1),
                                                   QPointF(-front, 1)};
    for (std::size_t i = 0; i < kCornerCount; ++i) {
        const QPointF place = centre + places[i] * kMarkSpread;
        const auto state = static_cast<PointState>(states[static_cast<qsizetype>(i)]);
        if (state == PointState::Unset) {
            painter.setPen(QPen(deskColours().border, 1.5));
            painter.drawPoint(place);
        } else {
            drawPointMark(painter, place, kMarkRadius, state);
        }
    }
}

void paintConfidence(QPainter& painter, const QRectF& area, double confidence, const QFont& font) {
    const Colours& colours = deskColours();
    const bool isUnsure = confidence < kUnsure;
    painter.setFont(font);
    painter.setPen(isUnsure ? colours.warning : colours.mutedText);
    const QString percent = QLocale().toString(confidence * 100, 'f', 0) + QStringLiteral(" %");
    const QRectF text(area.left(), area.top(), area.width(), area.height() - kBarHeight - 3);
    painter.drawText(text, Qt::AlignRight | Qt::AlignBottom, percent);
    QRectF bar(area.left(), area.bottom() - kBarHeight, area.width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.border);
    painter.drawRoundedRect(bar, 2, 2);
    bar.setWidth(std::max<double>(kBarHeight, bar.width() * std::clamp(confidence, 0.0, 1.0)));
    painter.setBrush(isUnsure ? colours.warning : colours.accentText);
    painter.drawRoundedRect(bar, 2, 2);
}

void drawLine(QPainter& painter, const QRectF& area, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(text, Qt::ElideRight, area.width()));
}

/// Broken between words; cut short only when two lines do not hold it.
void drawInTwoLines(QPainter& painter, const QRectF& area, const QString& text) {
    constexpr int kFlags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap;
    const QFontMetricsF metrics(painter.font());
    QString shown = text;
    for (qsizetype length = text.size();
         length > 0 && metrics.boundingRect(area, kFlags, shown).height() > area.height() + 0.5; --length)
        shown = text.left(length) + QChar(0x2026);
    painter.drawText(area, kFlags, shown);
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const Colours& colours = deskColours();
    const QRectF ground = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver)) return;
    painter.setPen(isSelected && option.state.testFlag(QStyle::State_HasFocus) ? QPen(colours.accentText, 2)
                                                                               : QPen(Qt::NoPen));
    painter.setBrush(isSelected ? colours.accentSoft : colours.hover);
    painter.drawRoundedRect(ground, 6, 6);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void VertebraDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Colours& colours = deskColours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRectF row = QRectF(option.rect).adjusted(kPadding, 0, -kPadding, 0);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(colours.text);
    painter->drawText(QRectF(row.left(), row.top(), kLevelWidth, row.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    paintMarks(*painter, {row.left() + kLevelWidth + kMarksWidth / 2.0, row.center().y()},
               index.data(VertebraModel::StatesRole).value<QList<int>>(),
               index.data(VertebraModel::FrontRole).toInt());

    const QFont small = smaller(option.font);
    const QVariant confidence = index.data(VertebraModel::ConfidenceRole);
    const double lineHeight = QFontMetricsF(small).height();
    if (confidence.isValid()) {
        const double height = lineHeight + kBarHeight + 3;
        paintConfidence(*painter, {row.right() - kBarWidth, row.center().y() - height / 2, kBarWidth, height},
                        confidence.toDouble(), small);
    }
    const double textLeft = row.left() + kLevelWidth + kMarksWidth + 10;
    const double textWidth = row.right() - textLeft - (confidence.isValid() ? kBarWidth + 10 : 0);
    const QString problem = index.data(VertebraModel::ProblemRole).toString();
    const QString summary = index.data(VertebraModel::SummaryRole).toString();
    painter->setFont(small);
    // Two lines: for a long summary alone, or for summary and problem. The tooltip always has all of it.
    const QRectF upper(textLeft, row.center().y() - lineHeight, textWidth, lineHeight);
    painter->setPen(colours.mutedText);
    if (problem.isEmpty()) {
        drawInTwoLines(*painter, upper.united(upper.translated(0, lineHeight)), summary);
    } else {
        drawLine(*painter, upper, summary);
        painter->setPen(colours.warning);
        drawLine(*painter, upper.translated(0, lineHeight), problem);
    }
    painter->restore();
}

int VertebraDelegate::rowHeight(const QFont& font) {
    return std::max(36, 2 * QFontMetrics(font).height() + 6);
}

QSize VertebraDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {kLevelWidth + kMarksWidth + kBarWidth + 120, rowHeight(option.font)};
}

} // namespace vertescore
