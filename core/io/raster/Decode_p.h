// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <opencv2/core/mat.hpp>

#include <string_view>

namespace vertescore {

/// A compressed picture (PNG, JPEG, TIFF, JPEG 2000) as its own depth and channels, blue before red;
/// orientation tags are not followed. Check the size in its header first: this spends the memory. Nothing is
/// printed. Any thread. Errors: CorruptPixels, OutOfMemory.
Result<cv::Mat> decodePicture(std::string_view bytes);

} // namespace vertescore
