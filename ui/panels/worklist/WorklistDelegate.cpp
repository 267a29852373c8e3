// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/WorklistDelegate.h"

#include "ui/models/WorklistModel.h"
#include "ui/shell/Say.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Icon.h"

#include <QPainter>
#include <QPainterPath>

namespace vertescore {
namespace {

constexpr int kThumbnailWidth = 44;
constexpr int kThumbnailHeight = 72;
constexpr int kMargin = 12;
constexpr int kStateIcon = 16;

struct StateLook {
    QString icon;
    QString text;
    QColor colour;
};

StateLook lookOf(const QModelIndex& index) {
    const Colours& colours = deskColours();
    const QVariant reading = index.data(WorklistModel::ReadingRole);
    if (!reading.isValid()) {
        const auto state = static_cast<LandmarkState>(index.data(WorklistModel::LandmarkRole).toInt());
        switch (state) {
        case LandmarkState::None:
            return {QStringLiteral("state-unread"), say(state), colours.mutedText};
        case LandmarkState::Predicted:
            return {QStringLiteral("network"), say(state), colours.accentText};
        case LandmarkState::Edited:
            return {QStringLiteral("state-in-progress"), say(state), colours.warning};
        case LandmarkState::Confirmed:
            return {QStringLiteral("state-submitted"), say(state), colours.good};
        }
    }
    const auto state = static_cast<ReadingState>(reading.toInt());
    switch (state) {
    case ReadingState::InProgress:
        return {QStringLiteral("state-in-progress"), say(state), colours.accentText};
    case ReadingState::Submitted:
        return {QStringLiteral("state-submitted"), say(state), colours.good};
    case ReadingState::Disputed:
        return {QStringLiteral("state-disputed"), say(state), colours.warning};
    case ReadingState::Invalid:
        return {QStringLiteral("state-invalid"), say(state), colours.bad};
    case ReadingState::Unread:
        break;
    }
    return {QStringLiteral("state-unread"), say(ReadingState::Unread), colours.mutedText};
}

void paintThumbnail(QPainter& painter, const QRect& box, const QImage& image) {
    QPainterPath clip;
    clip.addRoundedRect(box, 4, 4);
    painter.fillPath(clip, Qt::black);
    if (image.isNull()) return;
    painter.save();
    painter.setClipPath(clip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
    QRectF target(QPointF(), size);
    target.moveCenter(QRectF(box).center());
    painter.drawImage(target, image);
    painter.restore();
}

} // namespace

WorklistDelegate::WorklistDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, kThumbnailHeight + 16};
}

void WorklistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Colours& colours = deskColours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent)
        painter->fillRect(option.rect, colours.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colours.raised);
    if (isCurrent)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accentText);

    const QRect thumbnail(option.rect.left() + kMargin, option.rect.top() + 8, kThumbnailWidth,
                          kThumbnailHeight);
    paintThumbnail(*painter, thumbnail, index.data(Qt::DecorationRole).value<QImage>());

    const int left = thumbnail.right() + kMargin;
    const int width = option.rect.right() - kMargin - left;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(option.font);
    const QString fileName = index.data(WorklistModel::FileNameRole).toString();
    const int lines = fileName.isEmpty() ? 2 : 3;
    int y = option.rect.center().y() - (lines * (metrics.height() + 4)) / 2;
    const auto lineBox = [&](int indent) {
        return QRect(left + indent, y, width - indent, metrics.height());
    };

    painter->setFont(bold);
    painter->setPen(colours.text);
    painter->drawText(lineBox(0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideMiddle, width));
    y += metrics.height() + 4;
    painter->setFont(option.font);
    if (!fileName.isEmpty()) {
        painter->setPen(colours.mutedText);
        painter->drawText(lineBox(0), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(fileName, Qt::ElideMiddle, width));
        y += metrics.height() + 4;
    }
    const StateLook look = lookOf(index);
    painter->drawPixmap(
        QPoint(left, y + (metrics.height() - kStateIcon) / 2),
        iconPixmap(look.icon, look.colour, kStateIcon, painter->device()->devicePixelRatioF()));
    painter->setPen(look.colour);
    const QString text =
        index.data(WorklistModel::StaleRole).toBool() ? look.text + tr(" · moved since") : look.text;
    painter->drawText(lineBox(kStateIcon + 6), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(text, Qt::ElideRight, width - kStateIcon - 6));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours.accentText, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace vertescore
