// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/Database_p.h"

#include "core/store/sqlite/Migrations_p.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <array>
#include <fstream>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};
constexpr std::int64_t kPageBytes = 4096;

void checkIsSqlite(const fs::path& path) {
    std::error_code problem;
    if (!fs::exists(path, problem)) refuse(ErrorCode::StudyNotFound);
    if (!fs::is_regular_file(path, problem)) refuse(ErrorCode::FileUnreadable, "not a file");
    if (fs::file_size(path, problem) == 0 && !problem) refuse(ErrorCode::FileEmpty);
    std::ifstream file(path, std::ios::binary);
    std::array<char, kSqliteMagic.size()> start{};
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (file.bad() || (!file && file.gcount() == 0)) refuse(ErrorCode::FileUnreadable);
    if (std::string_view(start.data(), static_cast<std::size_t>(file.gcount())) != kSqliteMagic)
        refuse(ErrorCode::StudyNotSqlite);
}

/// A file: address of SQLite; everything that could mean something in one is escaped.
std::string addressOf(const fs::path& path, std::string_view query) {
    std::string address = "file:";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : toUtf8(fs::absolute(path))) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            address += {'%', kHex[byte >> 4], kHex[byte & 15]};
        } else {
            address += c;
        }
    }
    return address.append("?").append(query);
}

std::unique_ptr<SQLite::Database> openReadOnly(const fs::path& path, int busyTimeoutMs) {
    const int flags = SQLite::OPEN_READONLY | SQLite::OPEN_URI;
    // In a folder where nothing may be written there can be no shared memory file; a study that nobody has
    // open (no log beside it) needs none.
    std::error_code ignored;
    const bool hasLog = fs::exists(fs::path(path) += "-wal", ignored);
    try {
        auto connection =
            std::make_unique<SQLite::Database>(addressOf(path, "mode=ro"), flags, busyTimeoutMs);
        connection->execAndGet("SELECT count(*) FROM sqlite_schema");
        return connection;
    } catch (const SQLite::Exception& problem) {
        if (hasLog ||
            (problem.getErrorCode() != SQLITE_CANTOPEN && problem.getErrorCode() != SQLITE_READONLY))
            throw;
    }
    return std::make_unique<SQLite::Database>(addressOf(path, "mode=ro&immutable=1"), flags, busyTimeoutMs);
}

void checkIsStudy(Database& database) {
    if (database.number("PRAGMA application_id") != kStudyApplicationId)
        refuse(ErrorCode::StudyNotSqlite, "an SQLite file, but not a study");
    const auto newest = studyMigrations().back().version;
    const auto version = database.number("PRAGMA user_version");
    if (version > newest)
        refuse(ErrorCode::StudyNewer, "its version is " + std::to_string(version) + ", this program knows " +
                                          std::to_string(newest));
    const auto finding = database.text("PRAGMA quick_check(1)");
    if (finding != "ok") refuse(ErrorCode::StudyCorrupt, finding);
}

} // namespace

std::optional<double> optionalDouble(SQLite::Statement& row, int column) {
    const auto value = row.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getDouble());
}

std::optional<std::string> optionalText(SQLite::Statement& row, int column) {
    const auto value = row.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getString());
}

Database Database::create(const fs::path& path) {
    Database database(std::make_unique<SQLite::Database>(
        toUtf8(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, OpenOptions{}.busyTimeoutMs));
    database.runScript("PRAGMA page_size = " + std::to_string(kPageBytes));
    database.applySettings({});
    return database;
}

Database Database::open(const fs::path& path, const OpenOptions& options) {
    checkIsSqlite(path);
    const bool readsOnly = options.access == StudyAccess::ReadOnly;
    try {
        Database database(readsOnly ? openReadOnly(path, options.busyTimeoutMs)
                                    : std::make_unique<SQLite::Database>(toUtf8(path), SQLite::OPEN_READWRITE,
                                                                         options.busyTimeoutMs));
        if (!readsOnly && database.isReadOnly()) refuse(ErrorCode::StudyReadOnly);
        database.applySettings(options);
        checkIsStudy(database);
        // SQLite takes a last page that is cut off within its unused part for whole.
        if (fs::file_size(path) % static_cast<std::uintmax_t>(kPageBytes) != 0)
            refuse(ErrorCode::StudyCorrupt, "it ends within a page");
        return database;
    } catch (const SQLite::Exception& problem) {
        // It began like SQLite: what cannot be read on from there is damaged.
        if (problem.getErrorCode() == SQLITE_NOTADB) refuse(ErrorCode::StudyCorrupt, problem.what());
        if (!readsOnly && problem.getErrorCode() == SQLITE_CANTOPEN)
            refuse(ErrorCode::StudyReadOnly, "no write-ahead log can be made in its folder");
        throw;
    }
}

void Database::applyGuards() {
    runScript("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;"
              "PRAGMA cell_size_check = ON");
}

void Database::applySettings(const OpenOptions& options) {
    applyGuards();
    if (options.access == StudyAccess::ReadOnly) return;
    // FULL: a commit is on the disk when it returns, also when the power fails right after.
    runScript(options.waitsForDisk ? "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON"
                                   : "PRAGMA synchronous = OFF");
    if (text("PRAGMA journal_mode = WAL") != "wal")
        refuse(ErrorCode::StudyFailure, "no write-ahead log on this file system");
    if (options.maxFileBytes)
        number("PRAGMA max_page_count = " +
               std::to_string(*options.maxFileBytes / static_cast<std::uintmax_t>(kPageBytes)));
}

void Database::runScript(const std::string& sql) {
    m_connection->exec(sql);
}

std::int64_t Database::number(const std::string& sql) {
    return m_connection->execAndGet(sql).getInt64();
}

std::string Database::text(const std::string& sql) {
    return m_connection->execAndGet(sql).getString();
}

void Database::copyTo(const fs::path& path) {
    m_connection->backup(toUtf8(path).c_str(), SQLite::Database::Save);
}

Database Database::copyInMemory() const {
    Database copy(
        std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
    SQLite::Backup backup(*copy.m_connection, *m_connection);
    backup.executeStep(); // all pages
    copy.applyGuards();
    return copy;
}

bool Database::isReadOnly() const {
    return sqlite3_db_readonly(m_connection->getHandle(), "main") == 1;
}

} // namespace vertescore
