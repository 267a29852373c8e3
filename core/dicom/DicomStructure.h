// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string_view>

namespace vertescore::dicom {

/// Looks over a file before the library reads it, because the library follows sequences by recursion, keeps
/// an object for each element, sorts elements one by one, takes the memory that a length asks for and
/// inflates without end: a small file could ask for all stack, memory and time. Passes over tags and lengths
/// alone. Errors: FileMalformed (sequences too deep in each other, too many elements, too many out of order),
/// FileTooLarge (a compressed data set that inflates beyond bounds), FileTruncated (a length beyond the end),
/// FileUnreadable.
Status checkStructure(const std::filesystem::path& path);
/// The same for a file that lies in memory.
Status checkStructure(std::string_view bytes);

} // namespace vertescore::dicom
