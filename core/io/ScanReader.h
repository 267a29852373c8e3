// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"

#include <functional>
#include <stop_token>

namespace vertescore {

struct ReadOptions {
    int frame = 0;                               ///< of a multi-frame object
    std::uintmax_t maxFileBytes = 512ULL << 20;
    std::uint64_t maxPixels = 64ULL << 20;       ///< of one frame
};

/// Opens a DICOM, PNG, JPEG or TIFF file, told apart by content and not by name. Any thread.
/// Errors: File..., UnsupportedFormat, NotAnImage, UnsupportedPixels, CorruptPixels, ImageTooSmall, NotAScan.
Result<Scan> readScan(const std::filesystem::path& path, const ReadOptions& options = {});

/// Every file at or below the paths, in a stable order; hidden files and what is no regular file left out.
std::vector<std::filesystem::path> listFiles(const std::vector<std::filesystem::path>& paths);

/// Puts a finished image into a file through the whole grey pipeline, as PNG. bits: 8 or 16.
Status writePng(const std::filesystem::path& path, const Scan& scan, int bits);
Status writePng(const std::filesystem::path& path, const DisplayImage& image);

}  // namespace vertescore
