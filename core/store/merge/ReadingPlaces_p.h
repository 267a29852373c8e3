// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/MergeReport.h"
#include "core/store/merge/RowCopier_p.h"
#include "core/store/merge/log/SourceLog_p.h"

#include <set>

namespace vertescore {

/// What a merge works with; everything is only referred to.
struct MergeContext {
    StudyFile& target;
    StudyFile& source;
    SourceLog& log;
    RowNumbers& numbers;
    MergeReport& report;
    std::string sourceName;
    PersonId by{};
};

/// Where the readings of a source go: to the same reader, arm, session and scan, or, where a reading is there
/// that the source does not know, beside it under somebody who stands for the reader ("R1 (desk2)"). Writes
/// in the caller's transaction; throws Refusal and SQLite::Exception.
class ReadingPlaces {
public:
    explicit ReadingPlaces(MergeContext& context);

    /// A pass of the source: the one of the same reader, arm and session, or a copy (then true).
    bool placePass(std::int64_t row, RowCopier& passes);
    /// A reading that the target has not.
    void placeReading(std::int64_t row, RowCopier& readings);
    /// Before new events of readings that the target has: those that both sides went on with are parted.
    void partKnownReadings(const std::vector<std::int64_t>& newEvents, RowCopier& events,
                           const RowSet& newReadings);

private:
    struct Place {
        std::int64_t reader = 0, arm = 0, session = 0;
        std::string readerName, armName;
    };

    Place placeOf(std::int64_t pass);
    std::int64_t duplicatePass(std::int64_t pass, std::int64_t scan);
    std::optional<std::int64_t> standIn(const Place& place, const std::string& name);
    void followEarlierMerges(const std::set<std::int64_t>& readings);
    bool isParted(std::int64_t reading, const RowSet& newEvents);
    void part(std::int64_t reading, const RowSet& newEvents, RowCopier& events);
    void report(std::int64_t scan, std::int64_t keptPass);

    MergeContext& m_context;
    Database& m_target;
};

} // namespace vertescore
