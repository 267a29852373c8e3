// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/Deidentify.h"

namespace vertescore {

/// What was done to one file, as one line of JSON: names of attributes, numbers and places, never a value.
/// name: of the original, as it may be told.
std::string recordToJson(const std::filesystem::path& name, const DeidentificationRecord& record);

/// The same of many files together.
struct DeidentificationSummary {
    std::size_t files = 0;
    std::set<std::string> removed; ///< attributes, in whichever of the files
    std::set<std::string> emptied;
    std::set<std::string> replaced;
    std::size_t privateElements = 0;
    std::size_t uidsReplaced = 0;
    std::size_t datesShifted = 0;
    std::size_t notesBlanked = 0;
    std::size_t blankedFiles = 0; ///< with places that were made black
};

void add(DeidentificationSummary& summary, const DeidentificationRecord& record);

} // namespace vertescore
