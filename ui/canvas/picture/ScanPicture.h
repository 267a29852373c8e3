// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/WindowLevel.h"
#include "ui/canvas/picture/ViewTransform.h"

#include <QImage>

#include <memory>

namespace vertescore {

struct Scan;

/// The greys of a scan as shown: through the whole pipeline with the viewer's window, then as an image of the
/// widget's own pixels. Both steps are kept until something changes, so that marks can move over them at no
/// cost. GUI thread.
class ScanPicture {
public:
    static constexpr int kBackgroundGrey = 28; ///< around the picture

    void setScan(std::shared_ptr<const Scan> scan);
    void setDisplay(DisplayImage display); ///< a finished picture, which has no pipeline, instead of a scan
    const GreyPipeline& pipeline() const { return m_pipeline; }
    void setPipeline(const GreyPipeline& pipeline);

    const DisplayImage& display() const { return m_display; }
    /// The part of the scan that a widget of this size sees; device pixels, background included.
    const QImage& view(const ViewTransform& transform, QSize widget, double devicePixelRatio);
    /// The surroundings of a point, magnified: size in logical units, zoom in those per pixel of the finer
    /// axis.
    QImage closeUp(PixelPoint centre, QPointF scale, QSize size, double devicePixelRatio) const;

private:
    std::shared_ptr<const Scan> m_scan; // shared with the document
    GreyPipeline m_pipeline;
    DisplayImage m_display;
    QImage m_view;
    ViewTransform m_viewTransform;
    QSize m_viewSize;
};

} // namespace vertescore
