// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/SourceLog_p.h"

namespace vertescore {

SourceLog::SourceLog(Database& target, Database& source)
    : m_source(source),
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
    while (row.executeStep()) {
        SourceEntry entry{readLink(row, 0), row.getColumn(10).getString(), row.getColumn(11).getString(),
                          row.getColumn(12).getInt64(), std::nullopt};
        if (!row.getColumn(13).isNull()) entry.row = row.getColumn(13).getInt64();
        take(entry, knows(entry.hash));
    }
}

void SourceLog::forEachOwnAfter(std::int64_t number, const std::function<void(const SourceEntry&)>& take) {
    auto row = m_source.statement(kSelectLinks + " WHERE id > ? ORDER BY id", number);
    auto previous = hashOf(number);
    while (row.executeStep()) {
        const auto link = readLink(row, 0);
        SourceEntry entry{link, previous, row.getColumn(10).getString(), link.person, link.row};
        previous = entry.hash;
        take(entry);
    }
}

void SourceLog::forEachNew(const std::function<void(const SourceEntry&)>& take) {
    forEachMerged([&](const SourceEntry& entry, bool isKnown) {
        if (!isKnown) take(entry);
    });
    forEachOwnAfter(m_known, take);
}

void SourceLog::forEachKnown(
    const std::function<void(const std::string&, const std::string&, std::int64_t)>& take) {
    forEachMerged([&](const SourceEntry& entry, bool isKnown) {
        if (isKnown && entry.row && entry.link.table != "reading_events")
            take(entry.hash, entry.link.table, *entry.row);
    });
    auto row = m_source.statement("SELECT hash, subject_table, subject_row FROM audit_log"
                                  " WHERE id <= ? AND subject_table <> 'reading_events'",
                                  m_known);
    while (row.executeStep())
        take(row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getInt64());
}

} // namespace vertescore
