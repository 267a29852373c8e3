// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/dicom/pixels/DicomPixels_p.h"

namespace vertescore::dicom {

/// A JPEG 2000 codestream (bare, or inside a JP2 file) of the size that the layout says, as cells of the
/// layout's depth. DCMTK has no such decoder; OpenCV's is used. Errors: CorruptPixels,
/// UnsupportedPixels, FileTooLarge (checkJpeg2000Parts).
Result<RawFrame> decodeJpeg2000(const std::string& stream, const PixelLayout& layout);

} // namespace vertescore::dicom
