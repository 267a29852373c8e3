// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

#include <vector>

namespace vertescore::cli {

/// Small pictures side by side, row by row, each scaled to fit a cell of 128 x 288 pixels by averaging areas.
DisplayImage contactSheet(const std::vector<DisplayImage>& pictures, int columns);

} // namespace vertescore::cli
