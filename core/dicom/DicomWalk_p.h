// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcxfer.h>

#include <cstdint>
#include <istream>

namespace vertescore::dicom {

/// Follows the tags and lengths of a data set (PS3.5 7) from where the stream stands, without recursion and
/// without keeping a value. size: bytes from there to the end. syntax: not a deflated one; EXS_Unknown is
/// guessed from the first element. Errors: FileMalformed (sequences more than 64 deep, more than a million
/// elements and items), FileTruncated.
Status walkDataSet(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax);

} // namespace vertescore::dicom
