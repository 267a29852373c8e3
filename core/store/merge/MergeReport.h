// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Worklist.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// What merging the file of another workstation did, or would do. Plain values.
namespace vertescore {

enum class MergeConflictKind {
    ReadTwice,      ///< a reader read a scan of the same arm and session on both; both readings are kept
    LandmarksTwice, ///< the shared landmarks of a scan were changed on both; those saved last are the newest
    PersonAddedTwice, ///< a person of that name was added on both; taken for one, with the roles here
    ScanAddedTwice,   ///< the same scan got a code on both; the one here stays
    CodeTaken,        ///< another scan has the code here; the scan got a new one
};
std::string_view mergeConflictName(MergeConflictKind kind); ///< "readTwice", ...

struct MergeConflict {
    MergeConflictKind kind = MergeConflictKind::ReadTwice;
    std::string subject{};    ///< code of the scan here, or name of the person; never a patient
    std::string other{};      ///< ReadTwice: what the second reading is kept as; of scans: the code there
    ReadingPass pass{};       ///< of ReadTwice
    bool isNewerHere = false; ///< LandmarksTwice: those here were saved last
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

/// What merging one of several files would do.
struct MergePreview {
    std::filesystem::path file;
    Result<MergeReport> report; ///< or why it is refused
    std::optional<Study>
        refused; ///< the study in a refused file that could be read: differingRules() says more
};

/// How somebody follows a merge, on the thread that merges.
struct MergeWatch {
    /// Steps of the file under way; a total of 0: it is being opened. After the last step its verification,
    /// which runs beside them, is waited for.
    std::function<void(const std::filesystem::path& file, std::size_t done, std::size_t total)> progress = {};
    std::stop_token stop = {}; ///< then Cancelled, and of the file under way nothing is taken in
};

} // namespace vertescore
