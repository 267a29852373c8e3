// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"

#include <QCursor>
#include <QPointF>
#include <QString>

namespace vertescore {

struct ToolEvent {
    QPointF place;    ///< widget, logical units
    PixelPoint pixel; ///< the same in the scan
    Qt::KeyboardModifiers modifiers;
};

/// What the mouse does in a ScanView while a button is down or the pointer moves. Pushes commands or changes
/// view state; owns no content. Belongs to one view. GUI thread.
class Tool {
public:
    Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;
    virtual ~Tool() = default;

    virtual void activate() {}
    virtual void deactivate() {}
    /// False when there is nothing here for this tool; then move and release do not come.
    virtual bool press(const ToolEvent& event) = 0;
    virtual void move(const ToolEvent& event) = 0;
    virtual void release(const ToolEvent& event) = 0;
    /// Ends what is under way and puts everything back as it was at the press.
    virtual void cancel() {}
    virtual void hover(const ToolEvent&) {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    virtual QString statusText() const { return {}; }
};

} // namespace vertescore
