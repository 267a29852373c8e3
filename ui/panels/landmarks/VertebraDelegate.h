// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace vertescore {

/// One row of a VertebraModel: the level, its four marks as they lie in the vertebra, what they are in words,
/// the network's confidence as a bar, and in warning colour what cannot be right. Desk colours.
class VertebraDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    static int rowHeight(const QFont& font);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vertescore
