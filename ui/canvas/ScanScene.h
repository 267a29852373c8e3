// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/SceneState.h"
#include "ui/canvas/picture/ScanPicture.h"

#include <QImage>

class QPainter;

namespace vertescore {

/// The layers over one scan in their order, bottom to top. Paints; decides nothing. GUI thread.
class ScanScene {
public:
    SceneState& state() { return m_state; }
    const SceneState& state() const { return m_state; }
    ScanPicture& picture() { return m_picture; }
    const ScanPicture& picture() const { return m_picture; }

    void setDocument(const ScanDocument* document); ///< not owned
    /// exposed: the part of the widget that needs paint, logical units.
    void paint(QPainter& painter, const QRect& exposed);

private:
    void paintMarks(QPainter& painter);

    SceneState m_state;
    ScanPicture m_picture;
    std::optional<QImage> m_mask; ///< made when first shown
};

} // namespace vertescore
