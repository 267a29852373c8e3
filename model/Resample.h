// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

#include <vector>

namespace vertescore {

/// Grey values in row order, top row first.
struct FloatPicture {
    int width = 0;
    int height = 0;
    std::vector<float> values;
};

/// Bilinear resize; when shrinking, the triangle widens with the step so that nothing is skipped
/// (antialiased, as PyTorch's upsample_bilinear2d_aa). Half-pixel centres: (p + 1/2) scales. Grey 0...255
/// stays 0...255. Any thread.
FloatPicture resized(const DisplayImage& picture, int width, int height);

/// The same, rounded to whole greys.
DisplayImage resizedGrey(const DisplayImage& picture, int width, int height);

} // namespace vertescore
