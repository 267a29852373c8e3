// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/RowCopier_p.h"

#include <sqlite3.h>

#include <algorithm>

namespace vertescore {

namespace {

/// "INSERT INTO t (a, b) VALUES (?, ?)" of all columns but id.
std::string insertStatement(Database& database, const std::string& table) {
    std::string names, marks;
    auto column =
        database.statement("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid", table);
    while (column.executeStep()) {
        names.append(names.empty() ? "" : ", ").append(column.getColumn(0).getText());
        marks.append(marks.empty() ? "?" : ", ?");
    }
    return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
}

[[noreturn]] void refuseUnknown(const std::string& table, std::int64_t row) {
    refuse(ErrorCode::StudyCorrupt, table + " " + std::to_string(row) + " is in no log");
}

} // namespace

std::optional<std::int64_t> RowNumbers::find(const std::string& table, std::int64_t source) const {
    const auto numbers = m_numbers.find(table);
    if (numbers == m_numbers.end()) return std::nullopt;
    const auto* found = numbers->second.find(source);
    return found ? std::optional(*found) : std::nullopt;
}

std::int64_t RowNumbers::at(const std::string& table, std::int64_t source) const {
    const auto found = find(table, source);
    if (!found) refuseUnknown(table, source);
    return *found;
}

RowCopier::RowCopier(Database& source, Database& target, const std::string& table, RowNumbers& numbers)
    : m_target(target), m_table(table), m_numbers(numbers.of(table)),
      m_select(source.statement("SELECT * FROM " + table + " WHERE id >= ? ORDER BY id")),
      m_insert(target.statement(insertStatement(target, table))) {
    std::map<std::string, std::string> references;
    auto reference = target.statement("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", table);
    while (reference.executeStep())
        references[reference.getColumn(0).getString()] = reference.getColumn(1).getString();
    auto column =
        target.statement("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid", table);
    while (column.executeStep()) {
        Field field{
            column.getColumn(0).getString(), {}, nullptr, HashedColumn(column.getColumn(0).getText())};
        if (const auto found = references.find(field.name); found != references.end()) {
            field.refersTo = found->second;
            field.numbers = &numbers.of(found->second);
        }
        m_fields.push_back(std::move(field));
    }
}

void RowCopier::select(std::int64_t row) {
    if (m_selected == row) return;
    // Most are asked for in order: then the next step is there already.
    const bool isNext = m_selected && row == *m_selected + 1;
    m_selected.reset();
    if (!isNext) {
        m_select.reset();
        m_select.bind(1, row);
    }
    if (!m_select.executeStep() || m_select.getColumn(0).getInt64() != row)
        refuse(ErrorCode::StudyCorrupt, m_table + " " + std::to_string(row) + " is gone");
    m_selected = row;
}

Column RowCopier::columnOf(std::int64_t row, std::string_view name) {
    select(row);
    const auto field = std::ranges::find(m_fields, name, &Field::name);
    return m_select.getColumn(static_cast<int>(field - m_fields.begin()) + 1); // column 0 is id
}

std::string RowCopier::text(std::int64_t row, std::string_view column) {
    return columnOf(row, column).getString();
}

std::int64_t RowCopier::number(std::int64_t row, std::string_view column) {
    return columnOf(row, column).getInt64();
}

void RowCopier::writeNull(int index, Field& field) {
    if (field.isBound) m_insert.bind(index);
    field.isBound = false;
}

void RowCopier::writeNumber(int index, Field& field, std::int64_t value) {
    m_insert.bind(index, value);
    field.isBound = true;
    m_written.addInteger(field.hashed, value);
}

void RowCopier::writeText(int index, Field& field, std::string_view value) {
    m_insert.bindBorrowed(index, value); // stays while the row is written
    field.isBound = true;
    m_written.addText(field.hashed, value);
}

void RowCopier::write(int index, Field& field, const Column& value) {
    switch (value.getType()) {
    case SQLITE_NULL:
        return writeNull(index, field);
    case SQLITE_INTEGER:
        return writeNumber(index, field,
                           field.numbers ? numberHere(field, value.getInt64()) : value.getInt64());
    case SQLITE_FLOAT:
        m_insert.bind(index, value.getDouble());
        field.isBound = true;
        return m_written.add(field.hashed, value);
    default:
        return writeText(index, field, value.getText());
    }
}

std::int64_t RowCopier::numberHere(const Field& field, std::int64_t there) {
    const auto* found = field.numbers->find(there);
    if (!found) refuseUnknown(field.refersTo, there);
    return *found;
}

std::int64_t RowCopier::copy(std::int64_t row, const Replacements& replacements) {
    select(row);
    m_insert.reset();
    m_written.clear();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const int index = static_cast<int>(i) + 1; // of the value, and of the column: column 0 is id
        auto& field = m_fields[i];
        const auto other = replacements.empty() ? replacements.end() : replacements.find(field.name);
        if (other == replacements.end())
            write(index, field, m_select.getColumn(index));
        else if (const auto* number = std::get_if<std::int64_t>(&other->second))
            writeNumber(index, field, *number);
        else
            writeText(index, field, std::get<std::string>(other->second));
    }
    m_insert.exec();
    m_writtenRow = m_target.lastInserted();
    m_numbers.set(row, m_writtenRow);
    return m_writtenRow;
}

Sha256Digest RowCopier::copiedSha256() const {
    return rowDigest(m_writtenRow, m_written);
}

} // namespace vertescore
