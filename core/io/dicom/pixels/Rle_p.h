// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/dicom/pixels/DicomPixels_p.h"

#include <string_view>

namespace vertescore::dicom {

/// One frame of RLE (PS3.5 annex G): a segment for each byte of a value and each value of a pixel, the high
/// byte first. Gives colours in planes. DCMTK's decoder believes the places of the segments; this one looks.
/// Errors: CorruptPixels.
Result<RawFrame> decodeRle(std::string_view stream, const PixelLayout& layout);

} // namespace vertescore::dicom
