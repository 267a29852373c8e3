// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CsvText.h"

#include <optional>
#include <span>

namespace vertescore {

class CsvRecord;

/// Which column of a CSV file holds what, by the names in its header line, in any order. Columns are asked
/// for by their place in the list of names, which has to live as long. A value; any thread.
class CsvColumns {
public:
    /// names: all that may be there; the first `required` of them must. FileMalformed tells line and column
    /// of a name that is unknown or there twice, and the name that is missing.
    static Result<CsvColumns> of(const CsvRow& header, std::span<const std::string_view> names,
                                 std::size_t required);

    bool has(std::size_t column) const { return m_places[column].has_value(); }
    /// One row by column; the row has to live as long. FileMalformed when it has not as many fields as the
    /// header.
    Result<CsvRecord> record(const CsvRow& row) const;

private:
    friend class CsvRecord;
    std::span<const std::string_view> m_names;
    std::vector<std::optional<std::size_t>> m_places; ///< nothing for an optional column that is not there
    std::size_t m_fields = 0;
};

class CsvRecord {
public:
    std::size_t line() const { return m_row->line; }
    /// Empty, too, for a column that the file has not.
    const std::string& text(std::size_t column) const;
    /// FileMalformed with line, column and name.
    tl::unexpected<Error> wrong(std::size_t column, const std::string& what) const;

private:
    friend class CsvColumns;
    CsvRecord(const CsvColumns& columns, const CsvRow& row) : m_columns(&columns), m_row(&row) {}

    const CsvColumns* m_columns;
    const CsvRow* m_row;
};

/// A CSV file with a header line.
struct CsvTable {
    CsvColumns columns;
    std::size_t headerLine = 1;
    std::vector<CsvRow> rows; ///< without the header

    /// Errors: those of parseCsv and CsvColumns::of; FileEmpty without a header line.
    static Result<CsvTable> parse(std::string_view text, std::span<const std::string_view> names,
                                  std::size_t required);
};

/// FileMalformed: "line 7: what".
tl::unexpected<Error> malformedAt(std::size_t line, const std::string& what);
/// 'text', for naming what was found in a file.
std::string inQuotes(std::string_view text);

} // namespace vertescore
