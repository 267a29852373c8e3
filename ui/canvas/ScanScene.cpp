// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ScanScene.h"

#include "ui/canvas/items/FrameItem.h"
#include "ui/canvas/items/GradingItem.h"
#include "ui/canvas/items/GuideItem.h"
#include "ui/canvas/items/LabelItem.h"
#include "ui/canvas/items/LandmarkItem.h"
#include "ui/canvas/items/MagnifierItem.h"
#include "ui/canvas/items/RoiItem.h"
#include "ui/canvas/items/StretchItem.h"
#include "ui/documents/ScanDocument.h"

#include <QPainter>

namespace vertescore {

void ScanScene::setDocument(const ScanDocument* document) {
    m_state.document = document;
    m_state.selected.reset();
    m_state.hovered.reset();
    m_state.dragged.reset();
    m_state.gradingCell.reset();
    m_mask.reset();
    if (document) m_state.transform = ViewTransform(document->scan().geometry);
    m_picture.setScan(document ? document->sharedScan() : nullptr);
}

void ScanScene::paint(QPainter& painter, const QRect& exposed) {
    constexpr int kGrey = ScanPicture::kBackgroundGrey;
    if (!m_state.document) {
        painter.fillRect(exposed, QColor(kGrey, kGrey, kGrey));
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const QImage& picture = m_picture.view(m_state.transform, m_state.size.toSize(), ratio);
    painter.drawImage(QRectF(exposed), picture,
                      QRectF(exposed.topLeft() * ratio, QSizeF(exposed.size()) * ratio));
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, m_state);
    if (m_state.showsMarks()) paintMarks(painter);
}

void ScanScene::paintMarks(QPainter& painter) {
    const OverlayOptions& overlays = m_state.overlays;
    if (overlays.blackMask) {
        if (!m_mask) m_mask = maskPicture(m_state);
        paintMask(painter, m_state, *m_mask);
    }
    if (overlays.guides) paintGuides(painter, m_state);
    if (overlays.roi) paintRoi(painter, m_state);
    paintGradingCell(painter, m_state);
    paintStretches(painter, m_state);
    // While a wall is graded no mark lies on it; the guides stay.
    if (overlays.landmarks && !m_state.gradingCell) paintLandmarks(painter, m_state);
    if (overlays.labels) paintLabels(painter, m_state);
    paintMagnifier(painter, m_state, m_picture);
}

} // namespace vertescore
