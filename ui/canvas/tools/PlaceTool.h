// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/Tool.h"
#include "ui/documents/LandmarkChange.h"

#include <functional>
#include <optional>

namespace vertescore {

class ScanView;

/// Places the points that are missing, each at a click: the selected one, then the rest in the order of the
/// template.
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
    std::optional<PointAddress> next() const;

    ScanView& m_view;
    std::function<void()> m_whenComplete;
};

} // namespace vertescore
