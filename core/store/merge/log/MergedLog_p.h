// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/log/KnownEntries_p.h"
#include "core/store/merge/log/SourceLog_p.h"

namespace vertescore {

/// Where an entry's row ended up in the target.
struct MergedRow {
    std::int64_t row = 0;
    std::optional<Sha256Digest> sha256; ///< nothing: the target's own log vouches for it
};

/// What seals a merge: SHA-256 over its entries and what they say of the rows here.
class MergeSeal {
public:
    /// row: here; rowSha256: of that row, empty where the own log vouches for it.
    void add(std::string_view hash, const std::optional<std::int64_t>& row, std::string_view rowSha256);
    std::string hex() const { return m_hash.hex(); }

private:
    Sha256 m_hash;
    std::string m_bytes; ///< of one entry, kept for the next
};

/// Writes the entries of one merge, in the caller's transaction. They are sealed: the seal is in the row of
/// the merge, which the target's own log speaks of, so that entries and what they say of the rows here cannot
/// change unseen.
class MergedLogWriter {
public:
    explicit MergedLogWriter(Database& database);

    void add(const SourceEntry& entry, std::int64_t person, const std::optional<MergedRow>& row);
    /// Writes the row of the merge, its runs and its entry; nothing when no entry was added.
    void finish(const std::string& sourceName, const std::string& sourceHead, PersonId by);

private:
    Database& m_database;
    std::int64_t m_merge;
    Statement m_insert;
    MergeSeal m_seal;
    std::size_t m_entries = 0;
    std::string m_lastHash;
    std::vector<MergedRun> m_runs;
};

} // namespace vertescore
