// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/profile/ProfileOptions.h"

class DcmItem;

namespace vertescore::dicom {

/// What a copy says of how it was made, beside the options of the profile.
struct MethodFacts {
    bool isPixelsLookedAt = false; ///< by a person: nothing in them tells who it is
    bool isReport = false;         ///< its content was cleaned
    bool isPresentation = false;   ///< its graphics were cleaned
};

/// Writes 0012,0062-0064, 0028,0303, and for pixels that a person has looked at 0028,0301, over what stood
/// there.
void writeMethod(DcmItem& dataset, const ProfileOptions& options, const MethodFacts& facts);

} // namespace vertescore::dicom
