// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvColumns.h"

#include <algorithm>

namespace vertescore {

tl::unexpected<Error> malformedAt(std::size_t line, const std::string& what) {
    return failure(ErrorCode::FileMalformed, "line " + std::to_string(line) + ": " + what);
}

std::string inQuotes(std::string_view text) {
    return std::string("'").append(text).append("'");
}

Result<CsvColumns> CsvColumns::of(const CsvRow& header, std::span<const std::string_view> names,
                                  std::size_t required) {
    CsvColumns columns;
    columns.m_names = names;
    columns.m_places.resize(names.size());
    columns.m_fields = header.fields.size();
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto name = std::ranges::find(names, std::string_view(header.fields[i]));
        const std::string where = "column " + std::to_string(i + 1) + ", ";
        if (name == names.end())
            return malformedAt(header.line, where + "unknown column " + inQuotes(header.fields[i]));
        auto& place = columns.m_places[static_cast<std::size_t>(name - names.begin())];
        if (place) return malformedAt(header.line, where + inQuotes(*name) + " is there twice");
        place = i;
    }
    for (std::size_t column = 0; column < required; ++column)
        if (!columns.m_places[column])
            return malformedAt(header.line, "the column " + inQuotes(names[column]) + " is missing");
    return columns;
}

Result<CsvRecord> CsvColumns::record(const CsvRow& row) const {
    if (row.fields.size() != m_fields)
        return malformedAt(row.line, std::to_string(row.fields.size()) + " fields where the header has " +
                                         std::to_string(m_fields));
    return CsvRecord(*this, row);
}

const std::string& CsvRecord::text(std::size_t column) const {
    static const std::string kNone;
    const auto& place = m_columns->m_places[column];
    return place ? m_row->fields[*place] : kNone;
}

tl::unexpected<Error> CsvRecord::wrong(std::size_t column, const std::string& what) const {
    const auto& place = m_columns->m_places[column];
    const std::string where = place ? "column " + std::to_string(*place + 1) + " " : std::string();
    return malformedAt(line(), where + "(" + std::string(m_columns->m_names[column]) + "): " + what);
}

Result<CsvTable> CsvTable::parse(std::string_view text, std::span<const std::string_view> names,
                                 std::size_t required) {
    auto rows = parseCsv(text);
    if (!rows) return failure(rows.error());
    if (rows->empty()) return failure(ErrorCode::FileEmpty, "no header line");
    auto columns = CsvColumns::of(rows->front(), names, required);
    if (!columns) return failure(columns.error());
    CsvTable table{std::move(*columns), rows->front().line, std::move(*rows)};
    table.rows.erase(table.rows.begin());
    return table;
}

} // namespace vertescore
