// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/ScanView.h"
#include "ui/canvas/tools/MarkTool.h"
#include "ui/canvas/tools/MoveTool.h"
#include "ui/canvas/tools/PanTool.h"
#include "ui/canvas/tools/PlaceTool.h"
#include "ui/canvas/tools/WindowTool.h"
#include "ui/documents/ScanDocument.h"

#include <QPointer>

namespace vertescore {

/// What ScanView keeps beside the scene; shared by its two source files.
struct ScanView::State {
    /// What stays in view when the widget's size changes.
    enum class Fit { Free, Whole, Spine };

    explicit State(ScanView& view)
        : moveTool(view), markTool(view), placeTool(view, [&view] { view.setTool(ToolKind::Move); }),
          panTool(view), windowTool(view) {}

    Tool& activeTool() {
        switch (kind) {
        case ToolKind::Place:
            return placeTool;
        case ToolKind::Mark:
            return markTool;
        case ToolKind::Move:
            break;
        }
        return moveTool;
    }

    QPointer<ScanDocument> document;
    QString emptyText;

    MoveTool moveTool;
    MarkTool markTool;
    PlaceTool placeTool;
    PanTool panTool;
    WindowTool windowTool;
    ToolKind kind = ToolKind::Move;
    Tool* pressed = nullptr; ///< the tool that has the mouse while a button is down
    Qt::MouseButton pressedButton = Qt::NoButton;

    bool isSpaceHeld = false;
    std::optional<GestureId> nudge; ///< while an arrow key is held

    std::optional<WindowLevel> window; ///< instead of the file's
    bool isInverted = false;           ///< against the file
    bool isWindowKept = false;
    Fit fit = Fit::Whole;
    QString status;
};

} // namespace vertescore
