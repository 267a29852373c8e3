// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/log/KnownEntries_p.h"

namespace vertescore {

void addToRuns(std::vector<MergedRun>& runs, std::int64_t id, std::int64_t number) {
    if (!runs.empty()) {
        auto& last = runs.back();
        if (id == last.id + last.entries && number == last.firstNumber + last.entries) {
            ++last.entries;
            return;
        }
    }
    runs.push_back({id, 1, number});
}

std::vector<MergedRun> runsOf(Database& database, std::int64_t merge) {
    auto row = database.statement(
        "SELECT id, entries, first_number FROM merged_runs WHERE merge_id = ? ORDER BY id", merge);
    std::vector<MergedRun> runs;
    while (row.executeStep())
        runs.push_back(
            {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64()});
    return runs;
}

KnownEntries::KnownEntries(Database& database)
    : m_own(database.statement("SELECT hash, subject_row FROM audit_log WHERE id = ?")),
      m_merged(database.statement("SELECT hash, subject_row FROM merged_log WHERE id = ?")) {
    m_stretches.push_back({&m_own, {1, database.number("SELECT max(id) FROM audit_log"), 1}});
    auto row = database.statement("SELECT id, entries, first_number FROM merged_runs ORDER BY id");
    while (row.executeStep())
        m_stretches.push_back(
            {&m_merged,
             {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64()}});
}

std::optional<KnownEntry> KnownEntries::find(std::int64_t number, std::string_view hash) {
    for (std::size_t i = 0; i < m_stretches.size(); ++i) {
        const auto place = (m_latest + i) % m_stretches.size();
        auto& [log, run] = m_stretches[place];
        if (number < run.firstNumber || number - run.firstNumber >= run.entries) continue;
        log->reset();
        log->bind(1, run.id + (number - run.firstNumber));
        if (!log->executeStep() || log->getColumn(0).getText() != hash) continue;
        m_latest = place;
        KnownEntry entry;
        if (const auto row = log->getColumn(1); !row.isNull()) entry.row = row.getInt64();
        return entry;
    }
    return std::nullopt;
}

} // namespace vertescore
