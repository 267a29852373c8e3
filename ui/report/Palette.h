// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guides/Guides.h"
#include "core/landmarks/Landmarks.h"

#include <QColor>
#include <QPen>

class QPainter;
class QPointF;

namespace vertescore {

/// The colours of everything that is drawn over a scan, the same in the window, in pictures and in print.
/// Chosen to stay apart for colour-blind eyes (after Okabe & Ito) on any grey; a point's state has a shape of
/// its own as well. All functions are pure and may be called from any thread; no application object is
/// needed.
namespace palette {

/// Predicted sky blue, Edited orange, Confirmed green, NotVisible grey, Unset transparent.
QColor pointColour(PointState state);

QColor guideColour(GuideKind kind);
/// Inter-vertebral guides solid, intra-vertebral ones dashed and fainter. width: of the inter guide, device
/// units.
QPen guidePen(GuideKind kind, qreal width);

QColor curveInside();
QColor curveOutside();     ///< samples of the ROI curve where the field was cropped
QColor segmentHighlight(); ///< translucent: the segment under grading
QColor wallHighlight();    ///< translucent, stronger: the wall under grading
QColor blackRegion();      ///< translucent: the mask of what was not scanned
QColor labelText();        ///< level names
QColor halo();             ///< dark edge under marks and text, so that they show on bone and on air

} // namespace palette

/// The mark of a landmark: Predicted a thin ring, Edited a diamond, Confirmed a ring with a thick rim,
/// NotVisible a cross; Unset draws nothing. All but the cross leave the pixel in their middle free. radius:
/// device units. Leaves the painter as it was.
void drawPointMark(QPainter& painter, const QPointF& centre, qreal radius, PointState state);

} // namespace vertescore
