// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace vertescore {

struct SceneState;

/// The cell under grading: bounds of its segment, a fine frame around the half of the aorta's region in which
/// the wall lies, and the 1/3 and 2/3 marks with their names. Nothing covers the tissue itself.
void paintGradingCell(QPainter& painter, const SceneState& state);

} // namespace vertescore
