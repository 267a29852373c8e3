// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/RowCopier_p.h"

namespace vertescore {

namespace {

/// "INSERT INTO t (a, b) VALUES (?, ?)" of all columns but id.
std::string insertStatement(Database& database, const std::string& table) {
    std::string names, marks;
    auto column =
        database.statement("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid", table);
    while (column.executeStep()) {
        names.append(names.empty() ? "" : ", ").append(column.getColumn(0).getString());
        marks.append(marks.empty() ? "?" : ", ?");
    }
    return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
}

} // namespace

std::optional<std::int64_t> RowNumbers::find(const std::string& table, std::int64_t source) const {
    const auto numbers = m_numbers.find(table);
    if (numbers == m_numbers.end()) return std::nullopt;
    const auto found = numbers->second.find(source);
    return found == numbers->second.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t RowNumbers::at(const std::string& table, std::int64_t source) const {
    const auto found = find(table, source);
    if (!found) refuse(ErrorCode::StudyCorrupt, table + " " + std::to_string(source) + " is in no log");
    return *found;
}

RowCopier::RowCopier(Database& source, Database& target, const std::string& table, RowNumbers& numbers)
    : m_target(target), m_table(table), m_numbers(numbers),
      m_select(source.statement("SELECT * FROM " + table + " WHERE id = ?")),
      m_insert(target.statement(insertStatement(target, table))),
      m_written(target.statement("SELECT * FROM " + table + " WHERE id = ?")) {
    std::map<std::string, std::string> references;
    auto reference = target.statement("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", table);
    while (reference.executeStep())
        references[reference.getColumn(0).getString()] = reference.getColumn(1).getString();
    auto column =
        target.statement("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid", table);
    while (column.executeStep()) {
        const auto name = column.getColumn(0).getString();
        m_columns.push_back({name, references.contains(name) ? references[name] : std::string()});
    }
}

void RowCopier::select(std::int64_t row) {
    m_select.reset();
    m_select.bind(1, row);
    if (!m_select.executeStep())
        refuse(ErrorCode::StudyCorrupt, m_table + " " + std::to_string(row) + " is gone");
}

std::string RowCopier::text(std::int64_t row, const std::string& column) {
    select(row);
    return m_select.getColumn(column.c_str()).getString();
}

std::int64_t RowCopier::number(std::int64_t row, const std::string& column) {
    select(row);
    return m_select.getColumn(column.c_str()).getInt64();
}

void RowCopier::bind(int index, const SQLite::Column& value) {
    if (value.isInteger())
        m_insert.bind(index, value.getInt64());
    else if (value.isFloat())
        m_insert.bind(index, value.getDouble());
    else
        m_insert.bind(index, value.getString());
}

std::int64_t RowCopier::copy(std::int64_t row, const Replacements& replacements) {
    select(row);
    m_insert.reset();
    m_insert.clearBindings();
    int index = 0;
    for (const auto& column : m_columns) {
        ++index;
        const auto value = m_select.getColumn(index); // column 0 is id
        if (const auto other = replacements.find(column.name); other != replacements.end())
            std::visit([&](const auto& instead) { m_insert.bind(index, instead); }, other->second);
        else if (!value.isNull() && !column.refersTo.empty())
            m_insert.bind(index, m_numbers.at(column.refersTo, value.getInt64()));
        else if (!value.isNull())
            bind(index, value);
    }
    m_insert.exec();
    const auto written = m_target.connection().getLastInsertRowid();
    m_numbers.set(m_table, row, written);
    return written;
}

std::string RowCopier::sha256(std::int64_t targetRow) {
    m_written.reset();
    m_written.bind(1, targetRow);
    if (!m_written.executeStep()) refuse(ErrorCode::StudyFailure, "a copied row is not there");
    return rowSha256(m_written);
}

} // namespace vertescore
