// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string_view>

namespace vertescore {

/// What the frame header of a JPEG stream says (ITU T.81 B.2.2).
struct JpegHeader {
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    int bits = 0; ///< of one value
};

/// Walks the segments up to the picture without decoding; several pictures may follow each other, the first
/// speaks. A stream that is cut is refused, and one that goes over its picture so often (a dozen bytes ask
/// for it each time) that decoding would not end. Errors: FileTruncated, FileMalformed,
/// FileTooLarge (the latter).
Result<JpegHeader> readJpegHeader(std::string_view stream);

} // namespace vertescore
