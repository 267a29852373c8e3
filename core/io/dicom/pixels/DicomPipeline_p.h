// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/WindowLevel.h"
#include "core/io/dicom/pixels/DicomPixels_p.h"

namespace vertescore::dicom {

/// The modality stage that an item holds; what it has no attribute for is the identity. Error: CorruptPixels.
Status readModality(DcmItem& item, bool isSigned, GreyPipeline& pipeline);

/// The VOI stage that an item holds: the table, else the window; neither when they make no sense.
void readVoi(DcmItem& item, bool isSigned, GreyPipeline& pipeline);

/// Modality, VOI, padding and inversion of a frame (PS3.3 C.11). A VOI table goes before a window; a window
/// or VOI table that makes no sense is left out, then the data range shows. For colours only the window
/// counts, on the luminance. Error: CorruptPixels (the modality table is malformed: greys would be wrong).
Result<GreyPipeline> readPipeline(DcmItem& dataset, const PixelLayout& layout, int frame);

} // namespace vertescore::dicom
