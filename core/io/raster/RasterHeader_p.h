// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"

#include <cstdint>
#include <string_view>

namespace vertescore {

struct RasterSize {
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    /// Of a TIFF's tiles or strips: room for one is made as it says, however small the picture is. 0: as the
    /// picture.
    std::uint64_t tileWidth = 0;
    std::uint64_t tileHeight = 0;
};

/// The size that a PNG, JPEG or TIFF file promises, found by walking its chunks, segments or tags without
/// decoding, so that a lie about the size costs nothing and a cut file is noticed (decoders fill the rest
/// with grey). Errors: FileTruncated, FileMalformed, FileTooLarge (what a decoder would unpack beside the
/// picture), UnsupportedPixels (a TIFF of more than 16 bits a value, more than 4 values a pixel, or a
/// compression other than none, LZW, Deflate, PackBits, JPEG).
Result<RasterSize> readRasterHeader(std::string_view bytes, ScanKind kind);

} // namespace vertescore
