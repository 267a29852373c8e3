// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/BulkAccess_p.h"
#include "core/store/sqlite/Database_p.h"
#include "core/store/verification/LogClock_p.h"
#include "core/store/verification/MergedChains_p.h"
#include "core/store/verification/RowMeanings_p.h"

#include <algorithm>
#include <future>

namespace vertescore {

namespace {

using Findings = std::vector<std::string>;

/// What SQLite finds, and rows that mean nothing.
Findings findProblems(Database& database) {
    // SQLite leaves out the CHECKs of a file that it may only read.
    if (database.isReadOnly()) {
        auto copy = database.copyApart();
        return findProblems(copy);
    }
    Findings findings;
    auto integrity = database.statement("PRAGMA integrity_check");
    while (integrity.executeStep()) {
        const std::string finding = integrity.getColumn(0);
        if (finding != "ok") findings.push_back(finding);
    }
    auto orphans = database.statement("PRAGMA foreign_key_check");
    while (orphans.executeStep())
        findings.push_back(orphans.getColumn(0).getString() + " " + orphans.getColumn(1).getString() +
                           " refers to a row that is not there");
    findUnreadableRows(database, findings);
    return findings;
}

/// The same on a connection of its own; nothing where the file cannot be opened so.
std::optional<Findings> findProblemsIn(const std::filesystem::path& path) {
    auto file = Database::openToVerify(path);
    if (!file) return std::nullopt;
    const BulkReading quickly(*file);
    return findProblems(*file);
}

/// Somebody asks now and then.
class Stop {
public:
    explicit Stop(std::stop_token token) : m_token(std::move(token)) {}
    void look() {
        constexpr std::size_t kOften = 4096;
        if (++m_rows % kOften == 0 && m_token.stop_requested()) refuse(ErrorCode::Cancelled);
    }

private:
    std::stop_token m_token;
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
        logged.note(link.table, link.row, link.rowSha256);
    }
}

/// Both come by number: what the table has, and what the log says of it.
void compareTable(Database& database, const std::string& table, LoggedRows& logged, StudyCheck& check,
                  Stop& stop) {
    const auto report = [&](std::int64_t number) {
        check.alteredRows.push_back(table + " " + std::to_string(number));
    };
    const auto& expected = logged.of(table);
    auto next = expected.begin();
    auto row = database.statement("SELECT * FROM " + table + " ORDER BY id");
    RowHasher hasher(row);
    while (row.executeStep()) {
        stop.look();
        const auto number = row.getColumn(0).getInt64();
        for (; next != expected.end() && next->row < number; ++next)
            report(next->row); // gone
        const bool isLogged = next != expected.end() && next->row == number;
        if (!isLogged || next->sha256 != hasher.digest(row)) report(number);
        if (isLogged) ++next;
    }
    for (; next != expected.end(); ++next)
        report(next->row);
}

void compareRows(Database& database, LoggedRows& logged, StudyCheck& check, Stop& stop) {
    for (const auto table : kLoggedTables)
        compareTable(database, std::string(table), logged, check, stop);
    for (const auto& table : logged.tables())
        if (std::ranges::find(kLoggedTables, table) == kLoggedTables.end())
            for (const auto& row : logged.of(table))
                check.alteredRows.push_back(table + " " + std::to_string(row.row));
}

StudyCheck followLogs(Database& database, Stop& stop) {
    StudyCheck check;
    LoggedRows logged;
    followMergedChains(database, check, logged); // first: the file's own entries are the newer word
    followChain(database, check, logged, stop);
    compareRows(database, logged, check, stop);
    return check;
}

} // namespace

StudyCheck verifyDatabase(Database& database, const std::stop_token& token) {
    Stop stop(token);
    const BulkReading quickly(database);
    const ReadSnapshot snapshot(database);
    auto findings = findProblems(database);
    auto check = followLogs(database, stop);
    check.databaseFindings = std::move(findings);
    return check;
}

StudyCheck verifyFile(const std::filesystem::path& path, Database& database) {
    auto aside = std::async(std::launch::async, [&path] { return findProblemsIn(path); });
    Stop stop({});
    const BulkReading quickly(database);
    const ReadSnapshot snapshot(database);
    auto check = followLogs(database, stop);
    auto findings = aside.get();
    check.databaseFindings = findings ? std::move(*findings) : findProblems(database);
    return check;
}

} // namespace vertescore
