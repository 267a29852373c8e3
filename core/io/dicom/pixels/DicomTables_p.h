// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/WindowLevel.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctagkey.h>

class DcmItem;

namespace vertescore::dicom {

/// A lookup table as its descriptor (entries, first mapped value, bits) and its entries say (PS3.3 C.11.1.1).
/// isSigned: the first mapped value is a signed number. Error: CorruptPixels.
Result<GreyTable> readTable(DcmItem& item, const DcmTagKey& descriptor, const DcmTagKey& entries,
                            bool isSigned);

/// The same for a palette, whose entries may instead come in segments (PS3.3 C.7.9.2). Error: CorruptPixels.
Result<GreyTable> readPalette(DcmItem& item, const DcmTagKey& descriptor, const DcmTagKey& entries,
                              const DcmTagKey& segments);

} // namespace vertescore::dicom
