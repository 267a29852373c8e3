// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/SourceLog_p.h"

#include <map>
#include <unordered_map>

namespace vertescore {

/// The hash that the log gives each row, by table and number.
using LoggedRows =
    std::map<std::string,
             std::unordered_map<std::int64_t, std::optional<Sha256Digest>>>; ///< nothing: no hash at all

/// Where an entry's row ended up in the target.
struct MergedRow {
    std::int64_t row = 0;
    std::string sha256; ///< empty: the target's own log vouches for it
};

/// Writes the entries of one merge, in the caller's transaction. They are sealed: the seal is in the row of
/// the merge, which the target's own log speaks of, so that entries and what they say of the rows here cannot
/// change unseen.
class MergedLogWriter {
public:
    explicit MergedLogWriter(Database& database);

    void add(const SourceEntry& entry, std::int64_t person, const std::optional<MergedRow>& row);
    /// Writes the row of the merge and its entry; nothing when no entry was added.
    void finish(const std::string& sourceName, const std::string& sourceHead, PersonId by);
    std::size_t entries() const { return m_entries; }

private:
    Database& m_database;
    std::int64_t m_merge;
    Statement m_insert;
    Sha256 m_seal;
    std::size_t m_entries = 0;
};

/// Walks the chains of merged entries; names the first that is broken, and notes the rows that they vouch
/// for.
void followMergedChains(Database& database, StudyCheck& check, LoggedRows& logged);

} // namespace vertescore
