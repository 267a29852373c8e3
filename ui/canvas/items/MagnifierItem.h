// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <optional>

class QPainter;

namespace vertescore {

class ScanPicture;
struct SceneState;

/// Where the close-up of the point being dragged is: beside it, off its own vertebra, inside the widget.
/// Nothing when no point is dragged.
std::optional<QRectF> magnifierPlace(const SceneState& state);

/// The close-up, with a cross hair that leaves its centre free.
void paintMagnifier(QPainter& painter, const SceneState& state, const ScanPicture& picture);

} // namespace vertescore
