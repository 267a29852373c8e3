// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/marks/Stamp.h"

#include "ui/report/Palette.h"

#include <QHash>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace vertescore {
namespace {

struct StampKey {
    PointState state;
    int sizePx; ///< of the picture, device pixels; odd, so that it has a middle pixel
    friend bool operator==(const StampKey&, const StampKey&) = default;
    friend size_t qHash(const StampKey& key, size_t seed) {
        return qHashMulti(seed, static_cast<int>(key.state), key.sizePx);
    }
};

QImage makeStamp(const StampKey& key, double radiusPx) {
    QImage stamp(key.sizePx, key.sizePx, QImage::Format_ARGB32_Premultiplied);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    drawPointMark(painter, QPointF(key.sizePx, key.sizePx) / 2, radiusPx, key.state);
    return stamp;
}

} // namespace

void stampPointMark(QPainter& painter, QPointF centre, double radius, PointState state) {
    constexpr double kReach = 1.8; // of halo and diamond, in radii
    static QHash<StampKey, QImage> stamps;
    const double ratio = painter.device()->devicePixelRatioF();
    const int half = static_cast<int>(std::ceil(kReach * radius * ratio));
    const StampKey key{state, 2 * half + 1};
    auto found = stamps.find(key);
    if (found == stamps.end()) {
        QImage stamp = makeStamp(key, radius * ratio);
        stamp.setDevicePixelRatio(ratio);
        found = stamps.insert(key, std::move(stamp));
    }
    const QPointF corner(std::floor(centre.x() * ratio) - half, std::floor(centre.y() * ratio) - half);
    painter.drawImage(corner / ratio, *found);
}

} // namespace vertescore
