// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <optional>

class QPainter;

namespace vertescore {

struct SceneState;

/// What of the view the cell under grading takes, names of its marks left out; nothing while it has no place.
std::optional<QRectF> gradingArea(const SceneState& state);

/// The cell under grading: bounds of its segment, a fine frame around the half of the aorta's region in which
/// the wall lies, and the 1/3 and 2/3 marks with their names. Nothing covers the tissue itself.
void paintGradingCell(QPainter& painter, const SceneState& state);

} // namespace vertescore
