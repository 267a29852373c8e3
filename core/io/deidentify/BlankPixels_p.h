// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/PixelReview.h"

#include <functional>

class DcmDataset;

namespace vertescore::dicom {

/// Hands over one frame after the other as it is shown, for looking for writing; only one is in memory.
/// Errors: those of decoding, FileTooLarge (more than 128 million pixels in all frames).
Status lookAtFrames(DcmDataset& dataset, const std::function<void(int frame, const DisplayImage&)>& look);

/// One frame as lookAtFrames shows it. Errors: those of decoding, InvalidArgument (no such frame).
Result<DisplayImage> frameToLookAt(DcmDataset& dataset, int frame);

/// Makes the places black in the pixel data, which is uncompressed after it. Errors: those of decoding,
/// UnsupportedPixels (colours that share values between pixels), FileTooLarge (more than 128 MiB
/// uncompressed), OutOfMemory.
Status blankPlaces(DcmDataset& dataset, const std::vector<TextPlace>& places);

} // namespace vertescore::dicom
