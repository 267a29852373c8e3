// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/raster/RasterHeader_p.h"

namespace vertescore {

/// Classic TIFF and BigTIFF: what the first directory says (TIFF 6.0, section 8), and whether its pieces lie
/// in the file and do not make a decoder read it again and again. Errors as readRasterHeader.
Result<RasterSize> readTiffHeader(std::string_view bytes);

} // namespace vertescore
