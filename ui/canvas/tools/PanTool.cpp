// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/PanTool.h"

#include "ui/canvas/ScanView.h"

namespace vertescore {

bool PanTool::press(const ToolEvent& event) {
    m_last = event.place;
    m_hasMoved = false;
    return true;
}

void PanTool::move(const ToolEvent& event) {
    constexpr double kStartDistance = 3;
    const QPointF by = event.place - m_last;
    if (!m_hasMoved && by.manhattanLength() < kStartDistance) return;
    m_hasMoved = true;
    m_last = event.place;
    ViewTransform transform = m_view.transform();
    transform.pan(by);
    m_view.setTransform(transform);
}

void PanTool::release(const ToolEvent&) {
    if (!m_hasMoved && m_isDeselecting) m_view.select(std::nullopt);
}

} // namespace vertescore
