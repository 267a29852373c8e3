// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"

#include <vector>

namespace vertescore::results {

/// The pieces of a line that lie in a picture, outer edges of the outer pixels included; each of two or more
/// points. Source pixels. Pure; any thread.
std::vector<std::vector<PixelPoint>> insidePicture(const std::vector<PixelPoint>& line, int width,
                                                   int height);

} // namespace vertescore::results
