// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/drawing/Canvas.h"

namespace vertescore {

enum class Enlarging { Bilinear, Cubic };

/// A picture of greys 0...1 on a finer matrix of the same region; borders go on beyond the last pixel
/// centres. Cubic is Keys' kernel with a = -0.5 (IEEE ASSP 29, 1981) and stays within 0...1.
Plane enlarged(const Plane& plane, int width, int height, Enlarging how);

} // namespace vertescore
