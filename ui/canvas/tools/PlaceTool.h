// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/Tool.h"

#include <functional>

namespace vertescore {

class ScanView;

/// Places the points that are missing, each at a click, in the order of the template.
class PlaceTool : public Tool {
public:
    /// whenComplete: called when no point is missing any more.
    PlaceTool(ScanView& view, std::function<void()> whenComplete)
        : m_view(view), m_whenComplete(std::move(whenComplete)) {}

    bool press(const ToolEvent& event) override;
    void move(const ToolEvent&) override {}
    void release(const ToolEvent&) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString statusText() const override;

private:
    ScanView& m_view;
    std::function<void()> m_whenComplete;
};

} // namespace vertescore
