// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sha256.h"
#include "core/store/StudyStore.h"

#include <array>
#include <stop_token>

namespace vertescore {

class Database;
class Column;
class Statement;

/// Tables whose every row the log speaks of.
inline constexpr std::array<std::string_view, 11> kLoggedTables{
    "arms",           "identities",     "landmark_versions", "merges", "people",
    "reading_events", "reading_passes", "readings",          "scans",  "study",
    "truths"};

struct AuditNote {
    PersonId person{};
    std::string_view action;
    std::string_view table; ///< one of kLoggedTables
    std::int64_t row = 0;
    std::string before = {};
    std::string after = {};
    std::string reason = {};
};

/// Adds an entry for a row that was just written, chained to the entry before. In the transaction of that
/// write.
void writeAudit(Database& database, const AuditNote& note);

/// Own entries and merged ones; oldest first.
std::vector<AuditEntry> readAudit(Database& database);

/// How a column begins in what a row's hash is made of: its name, and the type of the value.
class HashedColumn {
public:
    explicit HashedColumn(std::string_view name);
    const std::string& begin(int type) const { return m_begins[static_cast<std::size_t>(type)]; }

private:
    std::array<std::string, 5> m_begins; ///< by type of SQLite
};

/// What the hash of a row is made of: all columns that have a value, by name, in the order of the table. With
/// the type of each, and numbers as SQLite prints them: 1, 1.0 and '1' differ. A column without a value is
/// left out, so that a later version of the file may have more columns.
class RowBytes {
public:
    void clear() { m_bytes.clear(); }
    void addInteger(const HashedColumn& column, std::int64_t value);
    void addText(const HashedColumn& column, std::string_view value);
    void add(const HashedColumn& column, const Column& value);
    const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};
/// SHA-256 of a row of that number whose other columns are these.
Sha256Digest rowDigest(std::int64_t id, const RowBytes& others);

/// SHA-256 of the rows at which a statement "SELECT * ..." stands.
class RowHasher {
public:
    explicit RowHasher(const Statement& rows);
    Sha256Digest digest(const Statement& row);

private:
    std::vector<HashedColumn> m_columns;
    RowBytes m_bytes;
};

/// The same of one row, as hexadecimal digits; nothing when there is no such row.
std::optional<std::string> rowSha256(Database& database, std::string_view table, std::int64_t row);

/// What an entry is chained by.
struct AuditLink {
    std::int64_t number = 0;
    std::int64_t person = 0;
    std::int64_t row = 0;
    std::string at, action, table, before, after, reason, rowSha256;
};
/// Selects the columns that readLink() takes, then the hash.
extern const std::string kSelectLinks;
/// number, person, row, at, action, table, before, after, reason, row hash from the given column on.
void readLink(const Statement& row, int first, AuditLink& link);
std::string chainHash(std::string_view previousHash, const AuditLink& link);

/// Length first, so that no two different lists of fields give the same bytes.
void addField(std::string& bytes, std::string_view field);
void addNumber(std::string& bytes, std::int64_t number); ///< its digits, as a field

/// The whole file against itself. Reads only. Refuses with Cancelled once somebody has asked to stop.
StudyCheck verifyDatabase(Database& database, const std::stop_token& stop = {});
/// The same of the file at that path, which the database was opened from, on two threads.
StudyCheck verifyFile(const std::filesystem::path& path, Database& database);

/// "2026-11-20T21:55:21.123Z".
std::string utcText(std::chrono::system_clock::time_point time);

/// Makes libsodium usable; before its first call in any function. Throws Refusal.
void sodiumReady();

/// A random UUID (version 4).
std::string newUuid();

} // namespace vertescore
