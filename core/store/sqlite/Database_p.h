// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "core/store/sqlite/Refusal_p.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <concepts>

namespace vertescore {

inline void bindValue(SQLite::Statement& statement, int index, std::int64_t value) {
    statement.bind(index, value);
}
inline void bindValue(SQLite::Statement& statement, int index, int value) {
    statement.bind(index, value);
}
template <std::same_as<bool> Flag> // exactly: a text literal must not become one
void bindValue(SQLite::Statement& statement, int index, Flag value) {
    statement.bind(index, value ? 1 : 0);
}
inline void bindValue(SQLite::Statement& statement, int index, double value) {
    statement.bind(index, value);
}
inline void bindValue(SQLite::Statement& statement, int index, std::string_view value) {
    statement.bind(index, std::string(value));
}
template <typename Id>
requires std::is_enum_v<Id>
void bindValue(SQLite::Statement& statement, int index, Id value) {
    statement.bind(index, static_cast<std::int64_t>(value));
}
template <typename Value>
void bindValue(SQLite::Statement& statement, int index, const std::optional<Value>& value) {
    if (value)
        bindValue(statement, index, *value);
    else
        statement.bind(index);
}

/// Column values; nothing where the column is NULL.
std::optional<double> optionalDouble(SQLite::Statement& row, int column);
std::optional<std::string> optionalText(SQLite::Statement& row, int column);

/// The value that a name in the file stands for; a name that this program does not know refuses with
/// StudyCorrupt.
template <typename Value>
Value known(std::optional<Value> value, std::string_view name) {
    if (!value) refuse(ErrorCode::StudyCorrupt, "unknown word: " + std::string(name));
    return *value;
}

/// One SQLite connection, with the settings that every study file gets. Throws SQLite::Exception and Refusal.
/// Stays in the thread that made it.
class Database {
public:
    /// Makes a new, empty file in write-ahead mode.
    static Database create(const std::filesystem::path& path);
    /// Opens a file after looking whether it is SQLite and one of ours at all.
    static Database open(const std::filesystem::path& path, const OpenOptions& options);

    /// A statement with its values bound, in the order of the question marks.
    template <typename... Values>
    SQLite::Statement statement(const std::string& sql, const Values&... values) {
        SQLite::Statement prepared(*m_connection, sql);
        [[maybe_unused]] int index = 0;
        (bindValue(prepared, ++index, values), ...);
        return prepared;
    }

    /// Runs a statement that returns no rows; the row it inserted, if it did.
    template <typename... Values>
    std::int64_t run(const std::string& sql, const Values&... values) {
        statement(sql, values...).exec();
        return m_connection->getLastInsertRowid();
    }

    /// Runs several statements without values.
    void runScript(const std::string& sql);
    std::int64_t number(const std::string& sql); ///< first column of the first row
    std::string text(const std::string& sql);
    void copyTo(const std::filesystem::path& path); ///< a whole copy, also while others write
    Database copyInMemory() const;                  ///< the same without a file
    bool isReadOnly() const;

    SQLite::Database& connection() { return *m_connection; }

private:
    explicit Database(std::unique_ptr<SQLite::Database> connection) : m_connection(std::move(connection)) {}
    void applyGuards();
    void applySettings(const OpenOptions& options);

    std::unique_ptr<SQLite::Database> m_connection;
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
