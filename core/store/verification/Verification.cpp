// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/MergedLog_p.h"
#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/BulkAccess_p.h"
#include "core/store/sqlite/Database_p.h"
#include "core/store/verification/LogClock_p.h"
#include "core/store/verification/RowMeanings_p.h"

#include <algorithm>
#include <set>

namespace vertescore {

namespace {

std::vector<std::string> findDatabaseProblems(Database& database) {
    // SQLite leaves out the CHECKs of a file that it may only read.
    if (database.isReadOnly()) {
        auto copy = database.copyApart();
        return findDatabaseProblems(copy);
    }
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

/// Somebody asks now and then.
class Stop {
public:
    explicit Stop(const std::stop_token& token) : m_token(token) {}
    void look() {
        constexpr std::size_t kOften = 4096;
        if (++m_rows % kOften == 0 && m_token.stop_requested()) refuse(ErrorCode::Cancelled);
    }

private:
    const std::stop_token& m_token;
    std::size_t m_rows = 0;
};

/// Walks the chain; notes the hash that the newest entry gives each row.
void followChain(Database& database, StudyCheck& check, LoggedRows& logged, Stop& stop) {
    auto row = database.statement(kSelectLinks + " ORDER BY id");
    AuditLink link;
    ClockWatch clock;
    while (row.executeStep()) {
        stop.look();
        readLink(row, 0, link);
        const auto hash = row.getColumn(10).getText();
        ++check.logEntries;
        clock.take(link.number, link.at, check.clockSetBack);
        const bool fits = link.number == static_cast<std::int64_t>(check.logEntries) &&
                          hash == chainHash(check.logHead, link);
        if (!fits && !check.firstBrokenEntry) check.firstBrokenEntry = link.number;
        check.logHead = hash;
        logged[link.table][link.row] = sha256FromHex(link.rowSha256);
    }
}

void compareTable(Database& database, const std::string& table, LoggedRows& logged, StudyCheck& check,
                  Stop& stop) {
    auto& hashes = logged[table];
    const auto report = [&](std::int64_t number) {
        check.alteredRows.push_back(table + " " + std::to_string(number));
    };
    auto row = database.statement("SELECT * FROM " + table + " ORDER BY id");
    while (row.executeStep()) {
        stop.look();
        const auto number = row.getColumn(0).getInt64();
        const auto hash = hashes.find(number);
        if (hash == hashes.end() || hash->second != rowDigest(row)) report(number);
        if (hash != hashes.end()) hashes.erase(hash);
    }
    std::set<std::int64_t> gone;
    for (const auto& [number, hash] : hashes)
        gone.insert(number);
    for (const auto number : gone)
        report(number);
}

void compareRows(Database& database, LoggedRows& logged, StudyCheck& check, Stop& stop) {
    for (const auto table : kLoggedTables)
        compareTable(database, std::string(table), logged, check, stop);
    for (const auto& [table, hashes] : logged)
        if (std::find(kLoggedTables.begin(), kLoggedTables.end(), table) == kLoggedTables.end())
            for (const auto& [number, hash] : hashes)
                check.alteredRows.push_back(table + " " + std::to_string(number));
}

} // namespace

StudyCheck verifyDatabase(Database& database, const std::stop_token& token) {
    Stop stop(token);
    StudyCheck check;
    const BulkReading quickly(database);
    const ReadSnapshot snapshot(database);
    check.databaseFindings = findDatabaseProblems(database);
    findUnreadableRows(database, check.databaseFindings);
    LoggedRows logged;
    followMergedChains(database, check, logged); // first: the file's own entries are the newer word
    followChain(database, check, logged, stop);
    compareRows(database, logged, check, stop);
    return check;
}

} // namespace vertescore
