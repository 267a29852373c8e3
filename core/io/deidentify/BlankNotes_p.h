// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

class DcmDataset;

namespace vertescore::dicom {

/// Overwrites with zeros what a JPEG, JPEG-LS or JPEG 2000 stream holds beside the picture: comments and
/// application segments (EXIF, XMP ...), less those that say how colours are meant. Lengths stay. Gives the
/// number of segments that held anything. Safe for any bytes.
std::size_t blankStreamNotes(std::span<std::uint8_t> stream);

/// The same in every compressed piece of a data set; 0 when its pixels are not compressed.
std::size_t blankNotes(DcmDataset& dataset);

} // namespace vertescore::dicom
