// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/SceneState.h"
#include "ui/canvas/tools/Tool.h"

namespace vertescore {

class ScanView;

/// Selects and drags: a corner alone, a vertebra by its middle, the spine by the handle above it. Relative:
/// what is grabbed beside its centre does not jump. Ctrl slows the drag five times.
class MoveTool : public Tool {
public:
    explicit MoveTool(ScanView& view) : m_view(view) {}

    void deactivate() override;
    bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void cancel() override;
    void hover(const ToolEvent& event) override;
    QCursor cursor() const override;
    QString statusText() const override;

private:
    void begin(const ToolEvent& event);
    void apply();
    void end();

    ScanView& m_view;
    std::optional<Handle> m_handle;
    std::optional<GestureId> m_gesture;
    QPointF m_pressPlace;
    PixelPoint m_last;  ///< pointer, source pixels
    PixelPoint m_moved; ///< since the drag began
    PixelPoint m_start; ///< the dragged corner before it
};

} // namespace vertescore
