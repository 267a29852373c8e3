// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/Database_p.h"

#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/BulkAccess_p.h"

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
/// A connection stays in one thread, so SQLite need not lock what belongs to it.
int oneThread() {
    // Nor count what it allocates, which takes a lock that all connections share.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted); // too late when somebody else has used SQLite: it counts then
    return SQLite::OPEN_NOMUTEX;
}

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

void checkIsStudy(Database& database, FileCheck check) {
    if (database.number("PRAGMA application_id") != kStudyApplicationId)
        refuse(ErrorCode::StudyNotSqlite, "an SQLite file, but not a study");
    const auto newest = studyMigrations().back().version;
    const auto version = database.number("PRAGMA user_version");
    if (version > newest)
        refuse(ErrorCode::StudyNewer, "its version is " + std::to_string(version) + ", this program knows " +
                                          std::to_string(newest));
    if (check == FileCheck::Later) return;
    const auto finding = database.text("PRAGMA quick_check(1)");
    if (finding != "ok") refuse(ErrorCode::StudyCorrupt, finding);
}

} // namespace

std::unique_ptr<Database::Open> Database::openReadOnly(const fs::path& path, int busyTimeoutMs) {
    const int flags = SQLite::OPEN_READONLY | SQLite::OPEN_URI | oneThread();
    // In a folder where nothing may be written there can be no shared memory file; a study that nobody has
    // open (no log beside it) needs none.
    std::error_code ignored;
    const bool hasLog = fs::exists(fs::path(path) += "-wal", ignored);
    try {
        auto open = std::make_unique<Open>(addressOf(path, "mode=ro"), flags, busyTimeoutMs);
        open->connection.execAndGet("SELECT count(*) FROM sqlite_schema");
        return open;
    } catch (const SQLite::Exception& problem) {
        if (hasLog ||
            (problem.getErrorCode() != SQLITE_CANTOPEN && problem.getErrorCode() != SQLITE_READONLY))
            throw;
    }
    return std::make_unique<Open>(addressOf(path, "mode=ro&immutable=1"), flags, busyTimeoutMs);
}

std::optional<double> optionalDouble(const Statement& row, int column) {
    const auto value = row.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getDouble());
}

std::optional<std::string> optionalText(const Statement& row, int column) {
    const auto value = row.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getString());
}

Database Database::create(const fs::path& path) {
    Database database(std::make_unique<Open>(toUtf8(path),
                                             SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | oneThread(),
                                             OpenOptions{}.busyTimeoutMs));
    database.runScript("PRAGMA page_size = " + std::to_string(kPageBytes));
    database.applySettings({});
    return database;
}

Database Database::open(const fs::path& path, const OpenOptions& options, FileCheck check) {
    checkIsSqlite(path);
    const bool readsOnly = options.access == StudyAccess::ReadOnly;
    try {
        Database database(readsOnly
                              ? openReadOnly(path, options.busyTimeoutMs)
                              : std::make_unique<Open>(toUtf8(path), SQLite::OPEN_READWRITE | oneThread(),
                                                       options.busyTimeoutMs));
        if (!readsOnly && database.isReadOnly()) refuse(ErrorCode::StudyReadOnly);
        if (options.clock) database.m_open->clock = options.clock;
        database.applySettings(options);
        checkIsStudy(database, check);
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

std::optional<Database> Database::openToVerify(const fs::path& path) {
    try {
        Database database(std::make_unique<Open>(addressOf(path, "mode=rw"),
                                                 SQLite::OPEN_READWRITE | SQLite::OPEN_URI | oneThread(),
                                                 OpenOptions{}.busyTimeoutMs));
        auto* connection = database.connection().getHandle();
        sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                          nullptr); // not even that is written
        database.applyGuards();
        database.forbidWriting();
        const bool isOurs = database.number("PRAGMA user_version") == studyMigrations().back().version;
        if (isOurs && !database.isReadOnly()) return database;
    } catch (const SQLite::Exception&) {
        // Whoever may only read it will learn why.
    }
    return std::nullopt;
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
    m_open->connection.exec(sql);
}

std::int64_t Database::number(const std::string& sql) {
    auto row = statement(sql);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

std::string Database::text(const std::string& sql) {
    auto row = statement(sql);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

std::int64_t Database::lastInserted() const {
    return sqlite3_last_insert_rowid(m_open->connection.getHandle());
}

std::string Database::utcNow() const {
    return utcText(m_open->clock());
}

void Database::copyTo(const fs::path& path) {
    m_open->connection.backup(toUtf8(path).c_str(), SQLite::Database::Save);
}

Database Database::copyApart() const {
    Database copy(
        std::make_unique<Open>("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | oneThread())); // no name
    SQLite::Backup backup(copy.m_open->connection, m_open->connection);
    backup.executeStep(); // all pages
    copy.m_open->clock = m_open->clock;
    copy.applyGuards();
    return copy;
}

void Database::forbidWriting() {
    runScript("PRAGMA query_only = ON");
}

bool Database::isReadOnly() const {
    return sqlite3_db_readonly(m_open->connection.getHandle(), "main") == 1;
}

ReadSnapshot::ReadSnapshot(Database& database) {
    if (sqlite3_get_autocommit(database.connection().getHandle()) != 0)
        m_transaction.emplace(database.connection());
}

BulkReading::BulkReading(Database& database) : m_database(database) {
    database.runScript("PRAGMA cache_size = -262144");
}

BulkReading::~BulkReading() {
    sqlite3_exec(m_database.connection().getHandle(), "PRAGMA cache_size = -2000; PRAGMA shrink_memory",
                 nullptr, nullptr, nullptr);
}

BulkWriting::BulkWriting(Database& database, bool isChecked) : m_database(database) {
    sqlite3_db_config(database.connection().getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.runScript("PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 65536");
    if (isChecked) database.runScript("PRAGMA ignore_check_constraints = ON");
}

BulkWriting::~BulkWriting() {
    auto* connection = m_database.connection().getHandle();
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    sqlite3_exec(connection,
                 "PRAGMA ignore_check_constraints = OFF; PRAGMA cache_size = -2000;"
                 "PRAGMA wal_autocheckpoint = 1000; PRAGMA shrink_memory",
                 nullptr, nullptr, nullptr);
}

} // namespace vertescore
