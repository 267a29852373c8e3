// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/ScanReader.h"

namespace vertescore {

/// readScan for DICOM, less what all kinds have in common (size checks of the file, path, hash). Any thread.
/// Errors: as readScan; may throw std::bad_alloc.
Result<Scan> readDicom(const std::filesystem::path& path, const ReadOptions& options);

} // namespace vertescore
