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

/// Of one target row or column: the source pixels that it mixes.
struct TapSpan {
    int first = 0;
    int count = 0;
    int weight = 0; ///< index of the first weight
};
struct Taps {
    std::vector<TapSpan> spans; ///< one per target pixel
    std::vector<float> weights; ///< of each span they sum to 1
};

/// How `to` pixels are made of `from`, along one axis; see resized.
Taps tapsFor(int from, int to);

/// Bilinear resize; when shrinking, the triangle widens with the step so that nothing is skipped
/// (antialiased, as PyTorch's upsample_bilinear2d_aa). Half-pixel centres: (p + 1/2) scales. Grey 0...255
/// stays 0...255. Any thread.
FloatPicture resized(const DisplayImage& picture, int width, int height);

/// The same, rounded to whole greys.
DisplayImage resizedGrey(const DisplayImage& picture, int width, int height);

} // namespace vertescore
