// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace vertescore {

struct SceneState;

/// What frames the scan: its edge, a scale bar (only where the spacing is known), the sides A and P, the
/// caption (never for a blinded reader).
void paintFrame(QPainter& painter, const SceneState& state);

} // namespace vertescore
