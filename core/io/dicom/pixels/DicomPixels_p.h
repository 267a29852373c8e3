// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/GreyImage.h"

#include <cstdint>
#include <string>
#include <vector>

class DcmDataset;
class DcmItem;
class DcmPixelItem;

namespace vertescore::dicom {

/// How the pixels of a data set are laid out, checked for sense and size (PS3.3 C.7.6.3).
struct PixelLayout {
    int rows = 0;
    int columns = 0;
    int samplesPerPixel = 1;
    int bitsAllocated = 8; ///< 1, 8 or 16
    int bitsStored = 8;
    int highBit = 7;
    bool isSigned = false;
    bool isPlanar = false; ///< all red, then all green, then all blue
    int frameCount = 1;
    std::string photometric;

    std::size_t pixels() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }
    /// The value of one stored cell: bits below and above the stored ones cut off, the sign spread.
    int value(std::uint16_t cell) const;
};

/// Errors: UnsupportedPixels, CorruptPixels, FileTooLarge (more than maxPixels in a frame), ImageTooSmall.
Result<PixelLayout> readLayout(DcmItem& dataset, std::uint64_t maxPixels);

/// Cells of one frame after decompression.
struct RawFrame {
    std::vector<std::uint8_t> bytes; ///< cells of cellBytes each, little endian
    int cellBytes = 1;
    bool isPlanar = false;
    bool isSubsampled = false; ///< Y Y Cb Cr per two pixels (YBR_FULL_422, uncompressed)
    std::string photometric;   ///< of the cells; JPEG turns YBR into RGB
};

/// The compressed pieces of the file in their order, without the offset table before them; none where pixels
/// are not compressed. They belong to the data set.
std::vector<DcmPixelItem*> compressedPieces(DcmDataset& dataset);

/// Errors: UnsupportedPixels, CorruptPixels, FileTruncated, FileTooLarge (what the decoder would be made to
/// do). May throw std::bad_alloc.
Result<RawFrame> decodeFrame(DcmDataset& dataset, const PixelLayout& layout, int frame);

/// One grey value for each pixel: the stored value, the luminance of a colour, or the grey of a palette
/// entry. Errors: CorruptPixels (palette malformed), UnsupportedPixels.
Result<GreyImage> greyOf(DcmItem& dataset, const PixelLayout& layout, const RawFrame& frame);

} // namespace vertescore::dicom
