// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/log/KnownEntries_p.h"
#include "core/store/rows/StudyRows_p.h"

#include <functional>

namespace vertescore {

/// One entry of a source's log, its own or one that it had merged.
struct SourceEntry {
    AuditLink link; ///< numbers of the file that wrote it
    std::string previous;
    std::string hash;
    std::int64_t person = 0;         ///< in the source
    std::optional<std::int64_t> row; ///< in the source
};

/// The log of a study file beside that of another copy of the study. An entry's hash depends on all before
/// it, so a known one means that all before it are known. Throws SQLite::Exception; both databases must live.
class SourceLog {
public:
    SourceLog(Database& target, Database& source);

    std::int64_t knownEntries() const { return m_known; } ///< of the source's own log that the target has
    std::int64_t ownEntries() const { return m_entries; }
    std::string head() const; ///< hash of the source's newest own entry

    /// The row of the target that an entry which the target has speaks of, found by number and hash; nothing
    /// when it has no such entry or row.
    std::optional<std::int64_t> targetRow(std::int64_t number, std::string_view hash);

    /// Entries that the target lacks: those that the source had merged, then its own; in order.
    void forEachNew(const std::function<void(const SourceEntry&)>& take);
    using RowPair = std::function<void(const std::string& table, std::int64_t source, std::int64_t target)>;
    /// The row in both files of every entry that the target has, but those of reading events.
    void forEachKnownRow(const RowPair& take);
    /// Table and source row of every entry that forEachNew() gives.
    void forEachNewRow(const std::function<void(const std::string&, std::optional<std::int64_t>)>& take);

private:
    std::string hashOf(std::int64_t number);
    bool isSameBeginning();
    using Known = std::optional<KnownEntry>; ///< nothing: the target lacks it
    void forEachMerged(const std::function<void(const SourceEntry&, const Known&)>& take);
    void forEachOwnAfter(std::int64_t number, const std::function<void(const SourceEntry&)>& take);

    Database& m_target;
    Database& m_source;
    KnownEntries m_here;
    std::int64_t m_entries = 0;
    std::int64_t m_known = 0;
};

} // namespace vertescore
