// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/log/MergedLog_p.h"

namespace vertescore {

void MergeSeal::add(std::string_view hash, const std::optional<std::int64_t>& row,
                    std::string_view rowSha256) {
    m_bytes.clear();
    addField(m_bytes, hash);
    if (row)
        addNumber(m_bytes, *row);
    else
        addField(m_bytes, {});
    addField(m_bytes, rowSha256);
    m_hash.add(m_bytes);
}

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
    for (const auto* text : {&link.before, &link.after, &link.reason, &link.rowSha256})
        bindText(*text);
    if (m_entries > 0 && entry.previous == m_lastHash)
        m_insert.bind(++index);
    else
        bindText(entry.previous);
    bindText(entry.hash);
    const auto sha256 = row && row->sha256 ? sha256Hex(*row->sha256) : std::string();
    if (sha256.empty())
        m_insert.bind(++index);
    else
        bindText(sha256);
    m_insert.exec();
    addToRuns(m_runs, m_database.lastInserted(), link.number);
    m_seal.add(entry.hash, row ? std::optional(row->row) : std::nullopt, sha256);
    m_lastHash = entry.hash;
    ++m_entries;
}

void MergedLogWriter::finish(const std::string& sourceName, const std::string& sourceHead, PersonId by) {
    if (m_entries == 0) return;
    m_database.run(
        "INSERT INTO merges (id, uid, source_name, source_head, entries, seal, person_id, merged_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        m_merge, newUuid(), sourceName, sourceHead, static_cast<std::int64_t>(m_entries), m_seal.hex(), by,
        m_database.utcNow());
    for (const auto& run : m_runs)
        m_database.run("INSERT INTO merged_runs (id, merge_id, entries, first_number) VALUES (?, ?, ?, ?)",
                       run.id, m_merge, run.entries, run.firstNumber);
    writeAudit(m_database, {by, "mergeStudy", "merges", m_merge, "",
                            sourceName + ": " + std::to_string(m_entries) + " entries"});
}

} // namespace vertescore
