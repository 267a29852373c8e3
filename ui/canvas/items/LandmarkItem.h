// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace vertescore {

struct SceneState;

/// The 24 points, by state in colour and shape, of the same size at every zoom; outlines of the vertebrae,
/// the selected point's ring, locks, and the handles of vertebrae and spine. How far off a point of the
/// network's may be is a thin ring: for the selected and the hovered point, dotted where it is much.
void paintLandmarks(QPainter& painter, const SceneState& state);

} // namespace vertescore
