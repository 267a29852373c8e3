// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

#include <string>
#include <vector>

/// What merging the file of another workstation did. Plain values.
namespace vertescore {

enum class MergeConflictKind {
    ReadTwice,      ///< a reader read a scan of the same arm and session on both; both readings are kept
    LandmarksTwice, ///< the shared landmarks of a scan were changed on both; those saved last are the newest
    PersonAddedTwice, ///< a person of that name was added on both; taken for one
    ScanAddedTwice,   ///< the same scan got a code on both; the one here stays
    CodeTaken,        ///< another scan has the code here; the scan got a new one
};
std::string_view mergeConflictName(MergeConflictKind kind); ///< "readTwice", ...

struct MergeConflict {
    MergeConflictKind kind = MergeConflictKind::ReadTwice;
    std::string subject; ///< code of the scan, or name of the person
    std::string detail;  ///< who, in which arm and session, kept as what; never a patient
    friend bool operator==(const MergeConflict&, const MergeConflict&) = default;
};

/// What came in that was not here; all zero when the file held nothing new.
struct MergeReport {
    std::size_t logEntries = 0;
    std::size_t people = 0;
    std::size_t scans = 0;
    std::size_t landmarkVersions = 0;
    std::size_t readings = 0;
    std::size_t readingEvents = 0; ///< keystrokes, submissions and so on, also of readings that were here
    std::vector<MergeConflict> conflicts;
};

} // namespace vertescore
