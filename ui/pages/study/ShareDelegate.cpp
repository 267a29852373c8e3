// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/ShareDelegate.h"

#include "ui/models/ProgressModel.h"

#include <QPainter>

namespace vertescore {
namespace {

constexpr int kBarWidth = 140;
constexpr int kBarHeight = 6;
constexpr int kGap = 12;

} // namespace

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + kBarWidth + kGap + 10, size.height()};
}

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const double share = index.data(ProgressModel::ShareRole).toDouble();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF groove(option.rect.left() + 11, option.rect.center().y() - kBarHeight / 2.0 + 0.5, kBarWidth,
                        kBarHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(QPalette::Mid));
    painter->drawRoundedRect(groove, 3, 3);
    painter->setBrush(option.palette.color(QPalette::Link));
    if (share > 0)
        painter->drawRoundedRect(QRectF(groove.topLeft(), QSizeF(kBarWidth * share, kBarHeight)), 3, 3);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(option.rect.adjusted(11 + kBarWidth + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
    painter->restore();
}

} // namespace vertescore
