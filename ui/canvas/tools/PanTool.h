// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/Tool.h"

namespace vertescore {

class ScanView;

/// Drags the scan about. Middle button, Space with the left one, or the left one where nothing is grabbed;
/// there a click without a drag takes the selection away.
class PanTool : public Tool {
public:
    explicit PanTool(ScanView& view) : m_view(view) {}

    bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    QCursor cursor() const override { return Qt::ClosedHandCursor; }

    void setDeselecting(bool isDeselecting) { m_isDeselecting = isDeselecting; }

private:
    ScanView& m_view;
    QPointF m_last;
    bool m_hasMoved = false;
    bool m_isDeselecting = false;
};

} // namespace vertescore
