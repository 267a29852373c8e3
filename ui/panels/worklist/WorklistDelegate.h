// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace vertescore {

/// Draws one scan of the worklist: thumbnail, code, state with its own shape and colour. For the desk's
/// colours.
class WorklistDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit WorklistDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vertescore
