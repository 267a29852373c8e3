// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture/ViewTransform.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

// Of the scan's rectangle this much stays in the widget, so that it can be pulled back.
constexpr double kVisibleRest = 60;

double clampedOrigin(double origin, double extent, double widget) {
    const double rest = std::min({kVisibleRest, extent, widget});
    return std::clamp(origin, rest - extent, widget - rest);
}

} // namespace

ViewTransform::ViewTransform(const ScanGeometry& geometry)
    : m_width(geometry.width), m_height(geometry.height) {
    if (!geometry.spacing) return;
    const double finer = std::min(geometry.spacing->xMm, geometry.spacing->yMm);
    m_aspect = {geometry.spacing->xMm / finer, geometry.spacing->yMm / finer};
}

QPointF ViewTransform::toWidget(PixelPoint point) const {
    const QPointF s = scale();
    return {m_origin.x() + (point.x + 0.5) * s.x(), m_origin.y() + (point.y + 0.5) * s.y()};
}

PixelPoint ViewTransform::toPixel(QPointF point) const {
    const QPointF s = scale();
    return {(point.x() - m_origin.x()) / s.x() - 0.5, (point.y() - m_origin.y()) / s.y() - 0.5};
}

QRectF ViewTransform::toWidget(const QRectF& pixels) const {
    return {toWidget(PixelPoint{pixels.left(), pixels.top()}),
            toWidget(PixelPoint{pixels.right(), pixels.bottom()})};
}

QRectF ViewTransform::pictureRect() const {
    const QPointF s = scale();
    return {m_origin, QSizeF(m_width * s.x(), m_height * s.y())};
}

void ViewTransform::fit(const QRectF& pixels, QSizeF widget, double margin) {
    const double width = std::max(1.0, widget.width() - 2 * margin);
    const double height = std::max(1.0, widget.height() - 2 * margin);
    const double across = std::max(1.0, pixels.width()) * m_aspect.x();
    const double down = std::max(1.0, pixels.height()) * m_aspect.y();
    m_zoom = std::clamp(std::min(width / across, height / down), kSmallestZoom, kLargestZoom);
    centreOn({pixels.center().x(), pixels.center().y()}, widget);
}

void ViewTransform::centreOn(PixelPoint point, QSizeF widget) {
    m_origin += QPointF(widget.width() / 2, widget.height() / 2) - toWidget(point);
}

void ViewTransform::zoomAt(QPointF widgetPoint, double zoom) {
    const PixelPoint held = toPixel(widgetPoint);
    m_zoom = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    m_origin += widgetPoint - toWidget(held);
}

void ViewTransform::pan(QPointF by) {
    m_origin += by;
}

void ViewTransform::keepInside(QSizeF widget) {
    const QRectF picture = pictureRect();
    m_origin = {clampedOrigin(m_origin.x(), picture.width(), widget.width()),
                clampedOrigin(m_origin.y(), picture.height(), widget.height())};
}

} // namespace vertescore
