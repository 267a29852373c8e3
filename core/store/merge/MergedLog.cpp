// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/MergedLog_p.h"

namespace vertescore {

namespace {

void sealEntry(Sha256& seal, std::string_view hash, const std::optional<std::int64_t>& row,
               std::string_view sha256) {
    std::string bytes;
    bytes.reserve(192);
    addField(bytes, hash);
    if (row)
        addNumber(bytes, *row);
    else
        addField(bytes, {});
    addField(bytes, sha256);
    seal.add(bytes);
}

/// Whether there is an entry with this hash, as the one before a merged entry must be.
class KnownHashes {
public:
    explicit KnownHashes(Database& database)
        : m_find(database.statement("SELECT 1 FROM audit_log WHERE hash = ?1"
                                    " UNION ALL SELECT 1 FROM merged_log WHERE hash = ?1")) {}

    bool has(const std::string& hash) {
        m_find.reset();
        m_find.bind(1, hash);
        return m_find.executeStep();
    }

private:
    Statement m_find;
};

/// The entries of one merge, in order.
void followMerge(Database& database, std::int64_t merge, const std::string& name, std::int64_t entries,
                 const std::string& seal, StudyCheck& check, LoggedRows& logged) {
    const auto broken = [&](const std::string& what) {
        if (!check.firstBrokenMerge) check.firstBrokenMerge = what + " of " + name;
    };
    KnownHashes known(database);
    Sha256 found;
    std::string last;
    std::int64_t count = 0;
    auto row = database.statement(
        "SELECT number, origin_person, origin_row, at, action, subject_table, before, after,"
        " reason, row_sha256, previous, hash, subject_row, local_sha256"
        " FROM merged_log WHERE merge_id = ? ORDER BY id",
        merge);
    AuditLink link;
    while (row.executeStep()) {
        ++count;
        readLink(row, 0, link);
        const auto previous = row.getColumn(10).getString();
        auto hash = row.getColumn(11).getString();
        const bool fits = (previous == last || known.has(previous)) && hash == chainHash(previous, link);
        if (!fits) broken("entry " + std::to_string(link.number));
        std::optional<std::int64_t> here;
        if (!row.getColumn(12).isNull()) here = row.getColumn(12).getInt64();
        const auto sha256 = optionalText(row, 13);
        sealEntry(found, hash, here, sha256.value_or(""));
        if (here && sha256) logged[link.table][*here] = sha256FromHex(*sha256);
        last = std::move(hash);
    }
    check.mergedEntries += static_cast<std::size_t>(count);
    if (count != entries || found.hex() != seal) broken("the merge");
}

} // namespace

MergedLogWriter::MergedLogWriter(Database& database)
    : m_database(database), m_merge(database.number("SELECT coalesce(max(id), 0) + 1 FROM merges")),
      m_insert(database.statement(
          "INSERT INTO merged_log (merge_id, number, at, origin_person, person_id, action, subject_table,"
          " origin_row, subject_row, before, after, reason, row_sha256, previous, hash, local_sha256)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {}

void MergedLogWriter::add(const SourceEntry& entry, std::int64_t person,
                          const std::optional<MergedRow>& row) {
    const auto& link = entry.link;
    m_insert.reset();
    int index = 0;
    const auto bind = [&](const auto& value) { bindValue(m_insert, ++index, value); };
    const auto bindText = [&](std::string_view text) { m_insert.bindBorrowed(++index, text); };
    bind(m_merge);
    bind(link.number);
    bindText(link.at);
    bind(link.person);
    bind(person);
    bindText(link.action);
    bindText(link.table);
    bind(link.row);
    bind(row ? std::optional(row->row) : std::nullopt);
    for (const auto* text :
         {&link.before, &link.after, &link.reason, &link.rowSha256, &entry.previous, &entry.hash})
        bindText(*text);
    const std::string_view sha256 = row ? std::string_view(row->sha256) : std::string_view();
    bind(sha256.empty() ? std::nullopt : std::optional(sha256));
    m_insert.exec();
    sealEntry(m_seal, entry.hash, row ? std::optional(row->row) : std::nullopt, sha256);
    ++m_entries;
}

void MergedLogWriter::finish(const std::string& sourceName, const std::string& sourceHead, PersonId by) {
    if (m_entries == 0) return;
    m_database.run(
        "INSERT INTO merges (id, uid, source_name, source_head, entries, seal, person_id, merged_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        m_merge, newUuid(), sourceName, sourceHead, static_cast<std::int64_t>(m_entries), m_seal.hex(), by,
        m_database.utcNow());
    writeAudit(m_database, {by, "mergeStudy", "merges", m_merge, "",
                            sourceName + ": " + std::to_string(m_entries) + " entries"});
}

void followMergedChains(Database& database, StudyCheck& check, LoggedRows& logged) {
    auto row = database.statement("SELECT id, source_name, entries, seal FROM merges ORDER BY id");
    while (row.executeStep())
        followMerge(database, row.getColumn(0).getInt64(), row.getColumn(1).getString(),
                    row.getColumn(2).getInt64(), row.getColumn(3).getString(), check, logged);
}

} // namespace vertescore
