// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/WindowLevel.h"
#include "ui/canvas/tools/Tool.h"

namespace vertescore {

class ScanView;

/// Right drag: sideways changes the window's width, up and down its centre (up is brighter). Ctrl fine, Shift
/// coarse.
class WindowTool : public Tool {
public:
    explicit WindowTool(ScanView& view) : m_view(view) {}

    bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void cancel() override;
    QCursor cursor() const override { return Qt::SizeAllCursor; }
    QString statusText() const override;

private:
    ScanView& m_view;
    QPointF m_last;
    WindowLevel m_start;
    double m_unitsPerStep = 1; ///< modality units per logical widget unit
};

} // namespace vertescore
