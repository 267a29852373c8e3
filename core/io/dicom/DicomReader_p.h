// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/ScanReader.h"

#include <string_view>

namespace vertescore {

/// True when the first bytes of a file (132 are enough) look like DICOM, with or without preamble and meta
/// header.
bool looksLikeDicom(std::string_view start);

/// readScan for DICOM, less what all kinds have in common (size checks of the file, path, hash). Any thread.
/// Errors: as readScan; may throw std::bad_alloc.
Result<Scan> readDicom(const std::filesystem::path& path, const ReadOptions& options);

} // namespace vertescore
