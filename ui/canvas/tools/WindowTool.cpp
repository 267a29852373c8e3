// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/WindowTool.h"

#include "core/io/Scan.h"
#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vertescore {
namespace {

constexpr double kStepsOfRange = 800; // this far a drag goes through the whole range of values
constexpr double kFineShare = 0.1;
constexpr double kCoarseShare = 4;

double shareOf(Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier)) return kFineShare;
    if (modifiers.testFlag(Qt::ShiftModifier)) return kCoarseShare;
    return 1;
}

} // namespace

bool WindowTool::press(const ToolEvent& event) {
    const Scan& scan = m_view.document()->scan();
    const auto [low, high] = modalityRange(scan.image, scan.pipeline);
    m_unitsPerStep = std::max(high - low, 1.0) / kStepsOfRange;
    m_start = m_view.window();
    m_last = event.place;
    return true;
}

void WindowTool::move(const ToolEvent& event) {
    const QPointF by = (event.place - m_last) * (m_unitsPerStep * shareOf(event.modifiers));
    m_last = event.place;
    m_view.changeWindow(by.x(), -by.y());
}

void WindowTool::release(const ToolEvent&) {}

void WindowTool::cancel() {
    m_view.setWindow(m_start);
}

QString WindowTool::statusText() const {
    const WindowLevel window = m_view.window();
    const QLocale locale;
    return QCoreApplication::translate("WindowTool", "Window centre %1, width %2")
        .arg(locale.toString(window.centre, 'f', 0), locale.toString(window.width, 'f', 0));
}

} // namespace vertescore
