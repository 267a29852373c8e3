// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/Deidentify.h"

class DcmDataset;
class DcmItem;

namespace vertescore::dicom {

/// Whose data set it is, in pseudonyms, and how it is cleaned.
struct CleanIdentity {
    std::string patient; ///< instead of name and ID
    int daysShift = 0;
    ProfileOptions options = {};
    bool isOwnResult = false; ///< a report or presentation state of ours: its content is cleaned, not dropped
};

/// Applies the Basic Profile with its options to a data set and everything nested in it, and records what it
/// did. Private attributes, attributes that the dictionary does not know and group lengths
/// go.
void cleanAttributes(DcmItem& dataset, const Pseudonyms& pseudonyms, const CleanIdentity& identity,
                     DeidentificationRecord& record);

} // namespace vertescore::dicom
