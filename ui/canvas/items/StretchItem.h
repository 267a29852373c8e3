// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace vertescore {

struct SceneState;

/// While a wall is graded: the stretches that are marked as calcified, as thin lines with end bars beside the
/// tissue that they speak of. Those of the wall under grading are bright, the other wall's are faint.
void paintStretches(QPainter& painter, const SceneState& state);

} // namespace vertescore
