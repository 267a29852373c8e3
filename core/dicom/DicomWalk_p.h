// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcxfer.h>

#include <cstdint>
#include <istream>

namespace vertescore::dicom {

/// Follows the tags and lengths of a data set (PS3.5 7) from where the stream stands, without recursion and
/// without keeping a value. size: bytes from there to the end. syntax: a deflated one for what has been
/// inflated. Of a plain one the library believes the first element more than the header, and so does this; of
/// all others, deflated ones among them, it believes the header. Errors: FileMalformed
/// (more than 64 sequences in each other, 300 000 elements and items, or elements so far out of order that
/// sorting them in would not end; no data set), FileTruncated (a length that goes beyond the end).
Status walkDataSet(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax);

/// The same for the elements of group 2 that stand before a data set, up to the first of another group.
Status walkMetaHeader(std::istream& stream, std::uint64_t size);

} // namespace vertescore::dicom
