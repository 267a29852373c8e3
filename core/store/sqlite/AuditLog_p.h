// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sha256.h"
#include "core/store/StudyStore.h"

#include <array>

namespace SQLite {
class Statement;
}

namespace vertescore {

class Database;

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

/// SHA-256 of a row, all columns that have a value, by name; nothing when there is no such row.
std::optional<std::string> rowSha256(Database& database, std::string_view table, std::int64_t row);

/// The same of the row at which a statement "SELECT * ..." stands.
std::string rowSha256(SQLite::Statement& row);

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
AuditLink readLink(SQLite::Statement& row, int first);
std::string chainHash(const std::string& previousHash, const AuditLink& link);

/// Length first, so that no two different lists of fields give the same bytes.
void addField(Sha256& hash, std::string_view field);

/// The whole file against itself. Reads only.
StudyCheck verifyDatabase(Database& database);

/// Now, "2026-11-20T21:55:21.123Z".
std::string utcNow();

/// Makes libsodium usable; before its first call in any function. Throws Refusal.
void sodiumReady();

/// A random UUID (version 4).
std::string newUuid();

} // namespace vertescore
