// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/Tool.h"
#include "ui/documents/LandmarkChange.h"

#include <optional>

namespace vertescore {

class ScanView;

/// Marks a calcified stretch of the wall under grading from press to release; Shift wipes marks instead. One
/// drag is one undo step; Esc while dragging leaves everything as it was.
class MarkTool : public Tool {
public:
    explicit MarkTool(ScanView& view) : m_view(view) {}

    void deactivate() override { cancel(); }
    bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void cancel() override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString statusText() const override;

private:
    void apply(PixelPoint to);
    void end();

    ScanView& m_view;
    std::optional<GestureId> m_gesture;
    PixelPoint m_start;
    Wall m_wall = Wall::Anterior; ///< these two: of the drag under way
    bool m_isWiping = false;
};

} // namespace vertescore
