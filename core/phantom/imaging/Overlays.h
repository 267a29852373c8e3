// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/render/Render.h"

namespace vertescore {

/// Blanked white tabs and burned-in letters near the borders, as exports leave them.
void addMarks(const Scene& scene, Plane& grey);

/// What people draw into a picture: lines across the spine and along it, arrows, letters. They may lie
/// anywhere, so that nothing can be learned from them.
void addDrawnLines(const Scene& scene, Plane& grey);

} // namespace vertescore
