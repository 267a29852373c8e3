// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace vertescore::dicom {

/// Looks over a file before the library reads it, because the library follows sequences by recursion, keeps
/// an object for each element and inflates without end: a small file could ask for all stack and memory.
/// Costs one pass over files that are small and flat, as scans are. Errors: FileMalformed (sequences too deep
/// in each other, too many elements), FileTooLarge (a compressed data set that inflates beyond bounds),
/// FileTruncated, FileUnreadable.
Status checkStructure(const std::filesystem::path& path);

} // namespace vertescore::dicom
