// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/SourceRows_p.h"
#include "core/store/rows/StudyRows_p.h"

#include <map>
#include <variant>

namespace vertescore {

/// Numbers of rows of the source, as far as they are known in the target, by table.
class RowNumbers {
public:
    using Table = SourceRows<std::int64_t>;

    void set(const std::string& table, std::int64_t source, std::int64_t target) {
        m_numbers[table].set(source, target);
    }
    std::optional<std::int64_t> find(const std::string& table, std::int64_t source) const;
    std::int64_t at(const std::string& table,
                    std::int64_t source) const; ///< StudyCorrupt when it is not known
    /// All of one table; stays where it is while others come.
    Table& of(const std::string& table) { return m_numbers[table]; }

private:
    std::map<std::string, Table> m_numbers;
};

/// What a copied row has instead of what stands in the source; by column.
using Replacements = std::map<std::string, std::variant<std::int64_t, std::string>>;

/// Copies rows of one table from file to file; a column that refers to another row gets the target's number
/// of it. The source must not change meanwhile. Throws Refusal and SQLite::Exception; writes in the caller's
/// transaction. Everything named must outlive it.
class RowCopier {
public:
    RowCopier(Database& source, Database& target, const std::string& table, RowNumbers& numbers);

    /// The new row's number, which is noted in the numbers, too.
    std::int64_t copy(std::int64_t row, const Replacements& replacements = {});
    Sha256Digest copiedSha256() const; ///< of the row that was written last
    /// A column of a source row, as text.
    std::string text(std::int64_t row, std::string_view column);
    std::int64_t number(std::int64_t row, std::string_view column);

private:
    struct Field {
        std::string name;
        std::string refersTo; ///< a table; empty: a plain value
        const RowNumbers::Table* numbers = nullptr;
        HashedColumn hashed;
        bool isBound = false; ///< the statement has a value for it, of this row or of the one before
    };

    static std::int64_t numberHere(const Field& field, std::int64_t there);
    void write(int index, Field& field, const Column& value);
    void writeNull(int index, Field& field);
    void writeNumber(int index, Field& field, std::int64_t value);
    void writeText(int index, Field& field, std::string_view value);
    Column columnOf(std::int64_t row, std::string_view name);
    void select(std::int64_t row);

    Database& m_target;
    std::string m_table;
    RowNumbers::Table& m_numbers;
    std::vector<Field> m_fields; ///< all columns but id
    Statement m_select;
    Statement m_insert;
    RowBytes m_written;
    std::int64_t m_writtenRow = 0;
    std::optional<std::int64_t> m_selected; ///< where m_select stands
};

} // namespace vertescore
