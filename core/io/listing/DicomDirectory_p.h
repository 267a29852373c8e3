// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <vector>

namespace vertescore {

/// What a DICOMDIR (PS3.10, PS3.3 annex F) says of its medium, which is the folder that it lies in.
struct DicomDirectory {
    std::vector<std::filesystem::path> images; ///< in its order, each once; may be missing
    std::vector<Error> refused; ///< references that lead out of the medium, each with the DICOMDIR's path
    std::vector<std::filesystem::path> outside; ///< links in the medium that these lead through
};

/// The name that a medium's directory has, in capitals or not.
bool isDirectoryName(const std::filesystem::path& path);

/// True when the start of a file names the class of a DICOMDIR.
bool looksLikeDirectory(const std::filesystem::path& path);

/// Names are found whatever their case: media are mounted in either. Records that are not in use, and what is
/// no image, are left out. Errors: those of loadDicom, FileMalformed (no DICOMDIR); with the path.
Result<DicomDirectory> readDicomDirectory(const std::filesystem::path& path);

} // namespace vertescore
