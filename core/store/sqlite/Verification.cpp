// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Database_p.h"

#include <algorithm>
#include <map>

namespace vertescore {

namespace {

using RowKey = std::pair<std::string, std::int64_t>; ///< table and row

std::vector<std::string> findDatabaseProblems(Database& database) {
    std::vector<std::string> findings;
    auto integrity = database.statement("PRAGMA integrity_check");
    while (integrity.executeStep()) {
        const std::string finding = integrity.getColumn(0);
        if (finding != "ok") findings.push_back(finding);
    }
    auto orphans = database.statement("PRAGMA foreign_key_check");
    while (orphans.executeStep())
        findings.push_back(orphans.getColumn(0).getString() + " " + orphans.getColumn(1).getString() +
                           " refers to a row that is not there");
    return findings;
}

/// Walks the chain; returns the hash that the newest entry gives each row.
std::map<RowKey, std::string> followChain(Database& database, StudyCheck& check) {
    std::map<RowKey, std::string> newest;
    auto row =
        database.statement("SELECT id, person_id, subject_row, at, action, subject_table, before, after,"
                           " reason, row_sha256, hash FROM audit_log ORDER BY id");
    while (row.executeStep()) {
        AuditLink link;
        link.number = row.getColumn(0).getInt64();
        link.person = row.getColumn(1).getInt64();
        link.row = row.getColumn(2).getInt64();
        int column = 3;
        for (auto* text :
             {&link.at, &link.action, &link.table, &link.before, &link.after, &link.reason, &link.rowSha256})
            *text = row.getColumn(column++).getString();
        const std::string hash = row.getColumn(10);
        ++check.logEntries;
        const bool fits = link.number == static_cast<std::int64_t>(check.logEntries) &&
                          hash == chainHash(check.logHead, link);
        if (!fits && !check.firstBrokenEntry) check.firstBrokenEntry = link.number;
        check.logHead = hash;
        newest[{link.table, link.row}] = link.rowSha256;
    }
    return newest;
}

void compareRows(Database& database, const std::map<RowKey, std::string>& logged, StudyCheck& check) {
    const auto isTable = [](const std::string& name) {
        return std::find(kLoggedTables.begin(), kLoggedTables.end(), name) != kLoggedTables.end();
    };
    for (const auto& [key, sha256] : logged)
        if (!isTable(key.first) || rowSha256(database, key.first, key.second) != sha256)
            check.alteredRows.push_back(key.first + " " + std::to_string(key.second));
    for (const auto table : kLoggedTables) {
        auto row = database.statement("SELECT id FROM " + std::string(table));
        while (row.executeStep()) {
            const RowKey key(table, row.getColumn(0).getInt64());
            if (!logged.contains(key))
                check.alteredRows.push_back(key.first + " " + std::to_string(key.second));
        }
    }
}

} // namespace

StudyCheck verifyDatabase(Database& database) {
    StudyCheck check;
    check.databaseFindings = findDatabaseProblems(database);
    const auto logged = followChain(database, check);
    compareRows(database, logged, check);
    return check;
}

} // namespace vertescore
