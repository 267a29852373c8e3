// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/Database_p.h"

#include <vector>

namespace vertescore {

/// Merged entries whose numbers in merged_log and in their own log both go up by one.
struct MergedRun {
    std::int64_t id = 0; ///< of the first in merged_log
    std::int64_t entries = 0;
    std::int64_t firstNumber = 0; ///< of the first in its own log
    friend bool operator==(const MergedRun&, const MergedRun&) = default;
};

/// Adds the next entry of one merge to its runs.
void addToRuns(std::vector<MergedRun>& runs, std::int64_t id, std::int64_t number);

/// The runs of one merge, as the file has them.
std::vector<MergedRun> runsOf(Database& database, std::int64_t merge);

/// An entry that a study has, its own or a merged one.
struct KnownEntry {
    std::optional<std::int64_t> row; ///< that it speaks of, here; nothing: only the entry is here
};

/// Finds entries by number and hash: the hash covers the number, so that no index of hashes is needed. Knows
/// what was committed, or written by this connection, when it was made. Throws SQLite::Exception; the
/// database must live.
class KnownEntries {
public:
    explicit KnownEntries(Database& database);

    std::optional<KnownEntry> find(std::int64_t number, std::string_view hash);

private:
    struct Stretch {
        Statement* log;
        MergedRun run;
    };

    Statement m_own;
    Statement m_merged;
    std::vector<Stretch> m_stretches;
    std::size_t m_latest = 0; ///< the one that was right last: the next is mostly right there
};

} // namespace vertescore
