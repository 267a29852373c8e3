// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/SourceLog_p.h"

namespace vertescore {

SourceLog::SourceLog(Database& target, Database& source)
    : m_target(target), m_source(source),
      m_find(target.statement("SELECT subject_row FROM audit_log WHERE hash = ?1"
                              " UNION ALL SELECT subject_row FROM merged_log WHERE hash = ?1")),
      m_entries(source.number("SELECT coalesce(max(id), 0) FROM audit_log")) {
    std::int64_t unknown = m_entries + 1;
    while (m_known + 1 < unknown) {
        const auto middle = m_known + (unknown - m_known) / 2;
        (knows(hashOf(middle)) ? m_known : unknown) = middle;
    }
}

bool SourceLog::knows(const std::string& hash) {
    m_find.reset();
    m_find.bind(1, hash);
    return m_find.executeStep();
}

std::optional<std::int64_t> SourceLog::targetRow(const std::string& hash) {
    if (!knows(hash) || m_find.getColumn(0).isNull()) return std::nullopt;
    return m_find.getColumn(0).getInt64();
}

std::string SourceLog::hashOf(std::int64_t number) {
    auto row = m_source.statement("SELECT hash FROM audit_log WHERE id = ?", number);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

std::string SourceLog::head() const {
    auto row = m_source.statement("SELECT hash FROM audit_log WHERE id = ?", m_entries);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void SourceLog::forEachMerged(const std::function<void(const SourceEntry&, bool)>& take) {
    auto row = m_source.statement(
        "SELECT number, origin_person, origin_row, at, action, subject_table, before, after,"
        " reason, row_sha256, previous, hash, person_id, subject_row"
        " FROM merged_log ORDER BY id");
    SourceEntry entry;
    while (row.executeStep()) {
        readLink(row, 0, entry.link);
        entry.previous.assign(row.getColumn(10).getText());
        entry.hash.assign(row.getColumn(11).getText());
        entry.person = row.getColumn(12).getInt64();
        entry.row.reset();
        if (!row.getColumn(13).isNull()) entry.row = row.getColumn(13).getInt64();
        take(entry, knows(entry.hash));
    }
}

void SourceLog::forEachOwnAfter(std::int64_t number, const std::function<void(const SourceEntry&)>& take) {
    auto row = m_source.statement(kSelectLinks + " WHERE id > ? ORDER BY id", number);
    SourceEntry entry;
    entry.hash = hashOf(number);
    while (row.executeStep()) {
        readLink(row, 0, entry.link);
        entry.previous.swap(entry.hash);
        entry.hash.assign(row.getColumn(10).getText());
        entry.person = entry.link.person;
        entry.row = entry.link.row;
        take(entry);
    }
}

void SourceLog::forEachNew(const std::function<void(const SourceEntry&)>& take) {
    forEachMerged([&](const SourceEntry& entry, bool isKnown) {
        if (!isKnown) take(entry);
    });
    forEachOwnAfter(m_known, take);
}

/// Whether what the target knows of the source's own log is the beginning of its own: then its rows have the
/// same numbers.
bool SourceLog::isSameBeginning() {
    auto row = m_target.statement("SELECT hash FROM audit_log WHERE id = ?", m_known);
    return row.executeStep() && row.getColumn(0).getText() == hashOf(m_known);
}

void SourceLog::forEachKnownRow(const RowPair& take) {
    forEachMerged([&](const SourceEntry& entry, bool isKnown) {
        if (!isKnown || !entry.row || entry.link.table == "reading_events") return;
        if (const auto here = targetRow(entry.hash)) take(entry.link.table, *entry.row, *here);
    });
    const bool isSame = isSameBeginning();
    auto row = m_source.statement("SELECT hash, subject_table, subject_row FROM audit_log"
                                  " WHERE id <= ? AND subject_table <> 'reading_events'",
                                  m_known);
    while (row.executeStep()) {
        const auto there = row.getColumn(2).getInt64();
        const auto here = isSame ? std::optional(there) : targetRow(row.getColumn(0).getString());
        if (here) take(row.getColumn(1).getString(), there, *here);
    }
}

void SourceLog::forEachNewRow(
    const std::function<void(const std::string&, std::optional<std::int64_t>)>& take) {
    forEachMerged([&](const SourceEntry& entry, bool isKnown) {
        if (!isKnown) take(entry.link.table, entry.row);
    });
    auto row = m_source.statement("SELECT subject_table, subject_row FROM audit_log WHERE id > ? ORDER BY id",
                                  m_known);
    std::string table;
    while (row.executeStep()) {
        table.assign(row.getColumn(0).getText());
        take(table, row.getColumn(1).getInt64());
    }
}

} // namespace vertescore
