// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "core/store/sqlite/Refusal_p.h"
#include "core/store/sqlite/Statement_p.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <concepts>

namespace vertescore {

inline void bindValue(Statement& statement, int index, std::int64_t value) {
    statement.bind(index, value);
}
inline void bindValue(Statement& statement, int index, int value) {
    statement.bind(index, value);
}
template <std::same_as<bool> Flag> // exactly: a text literal must not become one
void bindValue(Statement& statement, int index, Flag value) {
    statement.bind(index, value ? 1 : 0);
}
inline void bindValue(Statement& statement, int index, double value) {
    statement.bind(index, value);
}
inline void bindValue(Statement& statement, int index, std::string_view value) {
    statement.bind(index, value);
}
template <typename Id>
requires std::is_enum_v<Id>
void bindValue(Statement& statement, int index, Id value) {
    statement.bind(index, static_cast<std::int64_t>(value));
}
template <typename Value>
void bindValue(Statement& statement, int index, const std::optional<Value>& value) {
    if (value)
        bindValue(statement, index, *value);
    else
        statement.bind(index);
}

/// Column values; nothing where the column is NULL.
std::optional<double> optionalDouble(const Statement& row, int column);
std::optional<std::string> optionalText(const Statement& row, int column);

/// The value that a name in the file stands for; a name that this program does not know refuses with
/// StudyCorrupt.
template <typename Value>
Value known(std::optional<Value> value, std::string_view name) {
    if (!value) refuse(ErrorCode::StudyCorrupt, "unknown word: " + std::string(name));
    return *value;
}

/// When a file is looked through for damage.
enum class FileCheck {
    Now,
    Later, ///< whoever opens it verifies it before trusting it
};

/// One SQLite connection, with the settings that every study file gets. Throws SQLite::Exception and Refusal.
/// Stays in the thread that made it.
class Database {
public:
    /// Makes a new, empty file in write-ahead mode.
    static Database create(const std::filesystem::path& path);
    /// Opens a file after looking whether it is SQLite and one of ours at all.
    static Database open(const std::filesystem::path& path, const OpenOptions& options,
                         FileCheck check = FileCheck::Now);

    /// A file of this program's version that is verified and read, never written; FileCheck::Later. SQLite
    /// takes the connection for one that may write where it can, because it forgets CHECKs where it may only
    /// read. Nothing when the file may only be read, or when it is of another version.
    static std::optional<Database> openToVerify(const std::filesystem::path& path);

    /// A statement with its values bound, in the order of the question marks.
    template <typename... Values>
    Statement statement(const std::string& sql, const Values&... values) {
        auto prepared = m_open->idle.take(sql);
        [[maybe_unused]] int index = 0;
        (bindValue(prepared, ++index, values), ...);
        return prepared;
    }

    /// Runs a statement that returns no rows; the row it inserted, if it did.
    template <typename... Values>
    std::int64_t run(const std::string& sql, const Values&... values) {
        statement(sql, values...).exec();
        return lastInserted();
    }

    /// Runs several statements without values.
    void runScript(const std::string& sql);
    std::int64_t number(const std::string& sql); ///< first column of the first row
    std::string text(const std::string& sql);
    void copyTo(const std::filesystem::path& path); ///< a whole copy, also while others write
    /// The same into a file that has no name and is gone when it is closed; for trying things out. What it
    /// takes of memory does not grow with the study.
    Database copyApart() const;
    void forbidWriting(); ///< from now on; writing fails with StudyReadOnly
    bool isReadOnly() const;
    std::int64_t lastInserted() const; ///< row
    std::string utcNow() const;        ///< as its clock says, "2026-11-20T21:55:21.123Z"

    SQLite::Database& connection() { return m_open->connection; }

private:
    /// Statements end before their connection does.
    struct Open {
        template <typename... Arguments>
        explicit Open(Arguments&&... arguments)
            : connection(std::forward<Arguments>(arguments)...), idle(connection.getHandle()) {}
        SQLite::Database connection;
        StatementPool idle;
        std::function<std::chrono::system_clock::time_point()> clock = std::chrono::system_clock::now;
    };

    explicit Database(std::unique_ptr<Open> open) : m_open(std::move(open)) {}
    static std::unique_ptr<Open> openReadOnly(const std::filesystem::path& path, int busyTimeoutMs);
    void applyGuards();
    void applySettings(const OpenOptions& options);

    std::unique_ptr<Open> m_open;
};

/// Everything or nothing: takes the write lock at once, rolls back in the destructor unless commit() was
/// reached.
class WriteTransaction {
public:
    explicit WriteTransaction(Database& database)
        : m_transaction(database.connection(), SQLite::TransactionBehavior::IMMEDIATE) {}
    void commit() { m_transaction.commit(); }

private:
    SQLite::Transaction m_transaction;
};

} // namespace vertescore
