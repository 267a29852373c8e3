// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

/// First inputs for the fuzz targets, made by the program's own writers, DCMTK's and OpenCV's encoders; each
/// function fills the folders TARGET/ of its targets below `folder`. A failed promise ends the program.
namespace vertescore::fuzz {

void writeZipSeeds(const std::filesystem::path& folder); ///< zip
void writeDicomSeeds(
    const std::filesystem::path& folder); ///< dicom, deidentify, structure, presentation, report
void writePictureSeeds(const std::filesystem::path& folder); ///< raster, tensors
void writeTextSeeds(const std::filesystem::path& folder);    ///< landmarks, ratings, agreement, study, texts

} // namespace vertescore::fuzz
