// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace vertescore {

/// Where the scan lies in the widget: source pixels to logical widget units and back, with the true aspect of
/// the pixels. A value; pure; any thread.
class ViewTransform {
public:
    static constexpr double kSmallestZoom = 0.05;
    static constexpr double kLargestZoom = 40;

    ViewTransform() = default;
    explicit ViewTransform(const ScanGeometry& geometry);

    QPointF toWidget(PixelPoint point) const;
    PixelPoint toPixel(QPointF point) const;
    /// Logical widget units per source pixel along x and y. They differ where the pixels are not square.
    QPointF scale() const { return {m_zoom * m_aspect.x(), m_zoom * m_aspect.y()}; }
    /// Logical widget units per pixel along the finer axis of the scan.
    double zoom() const { return m_zoom; }
    QRectF pictureRect() const; ///< the whole scan, its outer pixels included

    QRectF toWidget(const QRectF& pixels) const;
    /// Shows this area of source pixels whole and in the middle, with a margin in widget units.
    void fit(const QRectF& pixels, QSizeF widget, double margin);
    void centreOn(PixelPoint point, QSizeF widget);
    /// Changes the zoom and keeps the place under the pointer.
    void zoomAt(QPointF widgetPoint, double zoom);
    void pan(QPointF by); ///< widget units
    /// Moves the scan so that it cannot be lost: part of it stays within the widget.
    void keepInside(QSizeF widget);

    friend bool operator==(const ViewTransform&, const ViewTransform&) = default;

private:
    int m_width = 1;
    int m_height = 1;
    QPointF m_aspect{1, 1}; ///< the finer axis is 1
    double m_zoom = 1;
    QPointF m_origin; ///< widget position of the outer corner of the top-left pixel
};

} // namespace vertescore
