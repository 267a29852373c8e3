// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/guides/Guides.h"

class QPainter;

namespace vertescore {

struct SceneState;

/// The 13 guides from their posterior point to beyond the anterior one: past the ROI curve where there is
/// one.
void paintGuides(QPainter& painter, const SceneState& state);

/// Where a guide is drawn to. distance: of the ROI curve before the anterior point, source pixels.
PixelPoint guideEnd(const Guide& guide, double distance);

/// The ROI distance at the document's factor; nothing while guides are missing.
std::optional<double> curveDistance(const SceneState& state);

} // namespace vertescore
