// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string_view>

namespace vertescore::dicom {

/// What a JPEG 2000 codestream (ITU T.800 annex A) makes a decoder lay out before it sees a pixel: tiles,
/// precincts and code-blocks by the dozen million may stand in a hundred bytes. Errors: CorruptPixels,
/// FileTooLarge. stream: from SOC on, of a picture of a size that was checked.
Status checkJpeg2000Parts(std::string_view stream);

} // namespace vertescore::dicom
