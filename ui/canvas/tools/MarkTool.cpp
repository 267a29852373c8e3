// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/MarkTool.h"

#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>

namespace vertescore {

bool MarkTool::press(const ToolEvent& event) {
    const SceneState& state = m_view.scene().state();
    if (!state.canMark()) return false;
    m_wall = state.gradingCell->wall;
    m_isWiping = event.modifiers.testFlag(Qt::ShiftModifier);
    m_start = event.pixel;
    m_gesture = m_view.document()->beginGesture();
    return true;
}

void MarkTool::move(const ToolEvent& event) {
    if (m_gesture) apply(event.pixel);
}

void MarkTool::release(const ToolEvent&) {
    end();
}

void MarkTool::cancel() {
    if (m_gesture && m_view.document()) apply(m_start); // a stretch without length is none
    end();
}

QString MarkTool::statusText() const {
    const SceneState& state = m_view.scene().state();
    if (!state.canMark()) return {};
    return state.gradingCell->wall == Wall::Anterior
               ? QCoreApplication::translate(
                     "MarkTool", "Marking the anterior wall: drag along it; Shift wipes; Esc ends.")
               : QCoreApplication::translate(
                     "MarkTool", "Marking the posterior wall: drag along it; Shift wipes; Esc ends.");
}

void MarkTool::apply(PixelPoint to) {
    ScanDocument& document = *m_view.document();
    if (m_isWiping)
        document.wipeStretch(m_wall, m_start, to, m_gesture);
    else
        document.markStretch(m_wall, m_start, to, m_gesture);
}

void MarkTool::end() {
    if (m_gesture && m_view.document()) m_view.document()->endGesture();
    m_gesture.reset();
}

} // namespace vertescore
