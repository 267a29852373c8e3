// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/log/SourceLog_p.h"

namespace vertescore {

SourceLog::SourceLog(Database& target, Database& source)
    : m_target(target), m_source(source), m_here(target),
      m_entries(source.number("SELECT coalesce(max(id), 0) FROM audit_log")) {
    std::int64_t unknown = m_entries + 1;
    while (m_known + 1 < unknown) {
        const auto middle = m_known + (unknown - m_known) / 2;
        (m_here.find(middle, hashOf(middle)) ? m_known : unknown) = middle;
    }
}

std::optional<std::int64_t> SourceLog::targetRow(std::int64_t number, std::string_view hash) {
    const auto found = m_here.find(number, hash);
    return found ? found->row : std::nullopt;
}

std::string SourceLog::hashOf(std::int64_t number) {
    auto row = m_source.statement("SELECT hash FROM audit_log WHERE id = ?", number);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

std::string SourceLog::head() const {
    auto row = m_source.statement("SELECT hash FROM audit_log WHERE id = ?", m_entries);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void SourceLog::forEachMerged(const std::function<void(const SourceEntry&, const Known&)>& take) {
    auto row = m_source.statement(
        "SELECT number, origin_person, origin_row, at, action, subject_table, before, after,"
        " reason, row_sha256, previous, hash, person_id, subject_row"
        " FROM merged_log ORDER BY id");
    SourceEntry entry;
    while (row.executeStep()) {
        readLink(row, 0, entry.link);
        entry.previous.swap(entry.hash); // that of the entry before it there, unless it says another
        if (const auto previous = row.getColumn(10); !previous.isNull())
            entry.previous.assign(previous.getText());
        entry.hash.assign(row.getColumn(11).getText());
        entry.person = row.getColumn(12).getInt64();
        entry.row.reset();
        if (!row.getColumn(13).isNull()) entry.row = row.getColumn(13).getInt64();
        take(entry, m_here.find(entry.link.number, entry.hash));
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
    forEachMerged([&](const SourceEntry& entry, const Known& known) {
        if (!known) take(entry);
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
    forEachMerged([&](const SourceEntry& entry, const Known& known) {
        if (!known || !known->row || !entry.row || entry.link.table == "reading_events") return;
        take(entry.link.table, *entry.row, *known->row);
    });
    const bool isSame = isSameBeginning();
    auto row = m_source.statement("SELECT hash, subject_table, subject_row, id FROM audit_log"
                                  " WHERE id <= ? AND subject_table <> 'reading_events'",
                                  m_known);
    while (row.executeStep()) {
        const auto there = row.getColumn(2).getInt64();
        const auto here = isSame ? std::optional(there)
                                 : targetRow(row.getColumn(3).getInt64(), row.getColumn(0).getText());
        if (here) take(row.getColumn(1).getString(), there, *here);
    }
}

void SourceLog::forEachNewRow(
    const std::function<void(const std::string&, std::optional<std::int64_t>)>& take) {
    forEachMerged([&](const SourceEntry& entry, const Known& known) {
        if (!known) take(entry.link.table, entry.row);
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
