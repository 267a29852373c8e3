// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"

namespace vertescore {

/// A picture with a shorter side is no scan.
inline constexpr int kSmallestSide = 8;

struct ReadOptions {
    int frame = 0; ///< of a multi-frame object
    std::uintmax_t maxFileBytes = 512ULL << 20;
    std::uint64_t maxPixels = 32ULL << 20; ///< of one frame; radiographs of a whole spine have some 16
};

/// Opens a DICOM, PNG, JPEG or TIFF file, or one in an archive (scans.zip/name), told apart by content and
/// not by name. Any thread. Colour becomes grey by luminance (0.299 R + 0.587 G + 0.114 B, PS3.3
/// C.7.6.3.1.2). A file without a usable window gets none: the pipeline then shows the data range. A
/// presentation state in the same folder that refers to a DICOM scan replaces its window and inversion
/// (source.presentation). Every error carries the path. Errors: File..., UnsupportedFormat, NotAnImage,
/// UnsupportedPixels, CorruptPixels, ImageTooSmall, NotAScan, InvalidArgument (no such frame), OutOfMemory.
Result<Scan> readScan(const std::filesystem::path& path, const ReadOptions& options = {});

/// Puts a finished image into a file through the whole grey pipeline, as PNG. bits: 8 or 16.
Status writePng(const std::filesystem::path& path, const Scan& scan, int bits);
Status writePng(const std::filesystem::path& path, const DisplayImage& image);

} // namespace vertescore
