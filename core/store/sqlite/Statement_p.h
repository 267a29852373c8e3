// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace vertescore {

class StatementPool;

struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

/// One value of the row at which a statement stands; until the statement moves on.
class Column {
public:
    Column(sqlite3_stmt* statement, int index) : m_statement(statement), m_index(index) {}

    int getType() const; ///< SQLITE_INTEGER, ...; ask before reading it as something else
    bool isNull() const;
    int getInt() const { return static_cast<int>(getInt64()); }
    std::int64_t getInt64() const;
    double getDouble() const;
    std::string_view getText() const; ///< SQLite's own bytes: until the statement moves on
    std::string getString() const { return std::string(getText()); }
    operator std::string() const { return getString(); }
    std::string_view getName() const;

private:
    sqlite3_stmt* m_statement;
    int m_index;
};

/// A prepared statement on loan from its connection: without values and at its start when it is taken, given
/// back for the next who needs the same text when it goes out of scope. Must not outlive its connection;
/// stays in its thread. Throws SQLite::Exception.
class Statement {
public:
    Statement(StatementPool& pool, StatementHandle handle) : m_pool(&pool), m_handle(std::move(handle)) {}
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    bool executeStep(); ///< to the next row; false: there is none
    void exec();        ///< to the end
    void reset();       ///< back to the start, for other values

    void bind(int index); ///< NULL
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    /// Without a copy: the text must stay until other values come or the statement ends.
    void bindBorrowed(int index, std::string_view value);
    void clearBindings();

    int getColumnCount() const;
    Column getColumn(int index) const { return {m_handle.get(), index}; }

private:
    void check(int code) const;

    StatementPool* m_pool;
    StatementHandle m_handle; ///< empty after a move
};

/// Statements that a connection has prepared and nobody uses now: preparing takes longer than most of them
/// run. Bounded; what is too many is prepared again. Lives as long as its connection, in its thread.
class StatementPool {
public:
    explicit StatementPool(sqlite3* connection) : m_connection(connection) {}

    Statement take(std::string_view sql); ///< throws SQLite::Exception
    void giveBack(StatementHandle handle);
    sqlite3* connection() const { return m_connection; }
    std::size_t idleStatements() const { return m_idle.size(); }

private:
    sqlite3* m_connection;
    std::unordered_multimap<std::string_view, StatementHandle> m_idle; ///< keys: the statements' own text
};

} // namespace vertescore
