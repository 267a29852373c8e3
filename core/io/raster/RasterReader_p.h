// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/ScanReader.h"

namespace vertescore {

/// readScan for PNG, JPEG and TIFF, less what all kinds have in common. 8 and 16 bits, grey or colour;
/// transparency is ignored; of a TIFF with several pages the first counts. No spacing: their resolution tags
/// speak of printing. Any thread. Errors: as readScan; may throw std::bad_alloc.
Result<Scan> readRaster(const std::filesystem::path& path, ScanKind kind, const ReadOptions& options);

} // namespace vertescore
