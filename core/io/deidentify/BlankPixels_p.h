// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/Deidentify.h"

class DcmDataset;

namespace vertescore::dicom {

/// Every frame as it is shown, for looking for writing. Errors: those of decoding.
Result<std::vector<DisplayImage>> displayedFrames(DcmDataset& dataset);

/// Makes the places black in the pixel data, which is uncompressed after it. Errors: those of decoding,
/// UnsupportedPixels (colours that share values between pixels), OutOfMemory.
Status blankPlaces(DcmDataset& dataset, const std::vector<TextPlace>& places);

} // namespace vertescore::dicom
