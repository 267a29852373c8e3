// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/PlaceTool.h"

#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>

namespace vertescore {

bool PlaceTool::press(const ToolEvent& event) {
    if (!m_view.scene().state().canEdit()) return false;
    ScanDocument& document = *m_view.document();
    const auto next = document.nextUnset();
    if (!next) return false;
    document.moveCorner(*next, event.pixel);
    m_view.select(next);
    return true;
}

void PlaceTool::release(const ToolEvent&) {
    if (!m_view.document()->nextUnset()) m_whenComplete();
}

QString PlaceTool::statusText() const {
    if (!m_view.document()) return {};
    const auto next = m_view.document()->nextUnset();
    if (!next) return {};
    return QCoreApplication::translate("PlaceTool", "Click the place of: %1. Esc ends.").arg(say(*next));
}

} // namespace vertescore
