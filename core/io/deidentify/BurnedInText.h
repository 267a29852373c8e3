// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

#include <vector>

namespace vertescore {

/// A rectangle of whole pixels.
struct PixelArea {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelArea&, const PixelArea&) = default;
};

/// Where lines of writing seem to stand in a picture, found without reading them: three sharp marks or more,
/// of the size of letters, in a row. A mark is 90 of 255 brighter or darker than the wide row of pixels
/// around it, or 45 than the ground right beside it (a stroke upon bone) and then well above the noise there.
/// Misses writing that is fainter, shorter, larger than an eighth of the picture, or smaller than five
/// pixels: a person should look too. An area reaches two heights of a letter beyond the first and the last.
/// Top to bottom. Pure; any thread.
std::vector<PixelArea> findBurnedInText(const DisplayImage& picture);

} // namespace vertescore
