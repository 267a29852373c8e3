// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/PlaceTool.h"

#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>

namespace vertescore {

std::optional<PointAddress> PlaceTool::next() const {
    const ScanDocument& document = *m_view.document();
    const auto selected = m_view.selectedPoint();
    const bool isMissing =
        selected && document.landmarks().at(selected->level).at(selected->corner).state == PointState::Unset;
    return isMissing ? selected : document.nextUnset();
}

bool PlaceTool::press(const ToolEvent& event) {
    if (!m_view.scene().state().canEdit()) return false;
    ScanDocument& document = *m_view.document();
    const auto missing = next();
    if (!missing) return false;
    document.moveCorner(*missing, event.pixel);
    m_view.select(missing);
    return true;
}

void PlaceTool::release(const ToolEvent&) {
    if (!m_view.document()->nextUnset()) m_whenComplete();
}

QString PlaceTool::statusText() const {
    if (!m_view.document()) return {};
    const auto missing = next();
    if (!missing) return {};
    return QCoreApplication::translate("PlaceTool", "Click the place of: %1. Esc ends.").arg(say(*missing));
}

} // namespace vertescore
