// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/StudyRows_p.h"

#include <map>
#include <unordered_map>
#include <variant>

namespace vertescore {

/// Numbers of rows of the source, as far as they are known in the target, by table.
class RowNumbers {
public:
    void set(const std::string& table, std::int64_t source, std::int64_t target) {
        m_numbers[table][source] = target;
    }
    std::optional<std::int64_t> find(const std::string& table, std::int64_t source) const;
    std::int64_t at(const std::string& table,
                    std::int64_t source) const; ///< StudyCorrupt when it is not known

private:
    std::map<std::string, std::unordered_map<std::int64_t, std::int64_t>> m_numbers;
};

/// What a copied row has instead of what stands in the source; by column.
using Replacements = std::map<std::string, std::variant<std::int64_t, std::string>>;

/// Copies rows of one table from file to file; a column that refers to another row gets the target's number
/// of it. Throws Refusal and SQLite::Exception; writes in the caller's transaction. Everything named must
/// outlive it.
class RowCopier {
public:
    RowCopier(Database& source, Database& target, const std::string& table, RowNumbers& numbers);

    /// The new row's number, which is noted in the numbers, too.
    std::int64_t copy(std::int64_t row, const Replacements& replacements = {});
    /// A column of a source row, as text.
    std::string text(std::int64_t row, const std::string& column);
    std::int64_t number(std::int64_t row, const std::string& column);
    std::string sha256(std::int64_t targetRow); ///< as rowSha256()

private:
    void bind(int index, const SQLite::Column& value);
    void select(std::int64_t row);

    struct Column {
        std::string name;
        std::string refersTo; ///< a table; empty: a plain value
    };

    Database& m_target;
    std::string m_table;
    RowNumbers& m_numbers;
    std::vector<Column> m_columns; ///< all but id
    SQLite::Statement m_select;
    SQLite::Statement m_insert;
    SQLite::Statement m_written;
};

} // namespace vertescore
