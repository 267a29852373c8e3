// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/Statement_p.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace vertescore {

namespace {

/// Far more than the program has different ones.
constexpr std::size_t kMostIdle = 200;

} // namespace

void StatementCloser::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

int Column::getType() const {
    return sqlite3_column_type(m_statement, m_index);
}

bool Column::isNull() const {
    return getType() == SQLITE_NULL;
}

std::int64_t Column::getInt64() const {
    return sqlite3_column_int64(m_statement, m_index);
}

double Column::getDouble() const {
    return sqlite3_column_double(m_statement, m_index);
}

std::string_view Column::getText() const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, m_index));
    if (!bytes) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, m_index))};
}

std::string_view Column::getName() const {
    return sqlite3_column_name(m_statement, m_index);
}

Statement::~Statement() {
    if (m_handle) m_pool->giveBack(std::move(m_handle));
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) throw SQLite::Exception(m_pool->connection(), code);
}

bool Statement::executeStep() {
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw SQLite::Exception(m_pool->connection(), code);
}

void Statement::exec() {
    while (executeStep()) {
    }
}

void Statement::reset() {
    sqlite3_reset(m_handle.get()); // what it returns is the failure of the step before, which was told then
}

void Statement::bind(int index) {
    check(sqlite3_bind_null(m_handle.get(), index));
}

void Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(m_handle.get(), index, value));
}

void Statement::bind(int index, double value) {
    check(sqlite3_bind_double(m_handle.get(), index, value));
}

void Statement::bind(int index, std::string_view value) {
    // A text without bytes is not NULL.
    check(sqlite3_bind_text64(m_handle.get(), index, value.empty() ? "" : value.data(), value.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindBorrowed(int index, std::string_view value) {
    check(sqlite3_bind_text64(m_handle.get(), index, value.empty() ? "" : value.data(), value.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::clearBindings() {
    check(sqlite3_clear_bindings(m_handle.get()));
}

int Statement::getColumnCount() const {
    return sqlite3_column_count(m_handle.get());
}

Statement StatementPool::take(std::string_view sql) {
    if (const auto found = m_idle.find(sql); found != m_idle.end()) {
        auto handle = std::move(found->second);
        m_idle.erase(found);
        return {*this, std::move(handle)};
    }
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(m_connection, code);
    return {*this, StatementHandle(prepared)};
}

void StatementPool::giveBack(StatementHandle handle) {
    sqlite3_reset(handle.get());
    sqlite3_clear_bindings(handle.get());
    if (m_idle.size() >= kMostIdle) return;
    const std::string_view sql = sqlite3_sql(handle.get());
    m_idle.emplace(sql, std::move(handle));
}

} // namespace vertescore
