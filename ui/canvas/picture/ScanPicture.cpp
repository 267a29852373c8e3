// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture/ScanPicture.h"

#include "core/io/Scan.h"
#include "ui/canvas/picture/Resample.h"

namespace vertescore {
namespace {

/// As 32 bits per pixel: screens take that without a conversion at every repaint.
QImage toImage(const std::vector<std::uint8_t>& greys, QSize size, double devicePixelRatio) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        const std::uint8_t* from =
            greys.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width());
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            to[x] = 0xff000000U | (from[x] * 0x010101U);
    }
    image.setDevicePixelRatio(devicePixelRatio);
    return image;
}

} // namespace

void ScanPicture::setScan(std::shared_ptr<const Scan> scan) {
    m_scan = std::move(scan);
    m_display = {};
    m_view = {};
    if (m_scan) setPipeline(m_scan->pipeline);
}

void ScanPicture::setDisplay(DisplayImage display) {
    m_scan.reset();
    m_display = std::move(display);
    m_view = {};
}

void ScanPicture::setPipeline(const GreyPipeline& pipeline) {
    if (pipeline == m_pipeline && !m_display.pixels.empty()) return;
    m_pipeline = pipeline;
    if (m_scan) m_display = renderDisplay(m_scan->image, m_pipeline);
    m_view = {};
}

const QImage& ScanPicture::view(const ViewTransform& transform, QSize widget, double devicePixelRatio) {
    if (!m_view.isNull() && m_viewTransform == transform && m_viewSize == widget &&
        m_view.devicePixelRatio() == devicePixelRatio) {
        return m_view;
    }
    m_viewTransform = transform;
    m_viewSize = widget;
    const QPointF scale = transform.scale() * devicePixelRatio;
    const QPointF origin = transform.pictureRect().topLeft() * devicePixelRatio;
    ResampleOptions options;
    options.size = (QSizeF(widget) * devicePixelRatio).toSize();
    options.step = {1 / scale.x(), 1 / scale.y()};
    options.origin = {-origin.x() / scale.x(), -origin.y() / scale.y()};
    options.outside = kBackgroundGrey;
    m_view = toImage(resampled(m_display, options), options.size, devicePixelRatio);
    return m_view;
}

QImage ScanPicture::closeUp(PixelPoint centre, QPointF scale, QSize size, double devicePixelRatio) const {
    ResampleOptions options;
    options.size = size * devicePixelRatio;
    options.step = {1 / (scale.x() * devicePixelRatio), 1 / (scale.y() * devicePixelRatio)};
    options.origin = {centre.x + 0.5 - options.step.x() * options.size.width() / 2,
                      centre.y + 0.5 - options.step.y() * options.size.height() / 2};
    options.outside = kBackgroundGrey;
    return toImage(resampled(m_display, options), options.size, devicePixelRatio);
}

} // namespace vertescore
