// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification/LoggedRows_p.h"

#include <algorithm>

namespace vertescore {

std::vector<LoggedRow>& LoggedRows::entriesOf(std::string_view table) {
    if (const auto found = m_rows.find(table); found != m_rows.end()) return found->second;
    return m_rows[std::string(table)];
}

void LoggedRows::note(std::string_view table, std::int64_t row, std::string_view sha256) {
    entriesOf(table).push_back({row, sha256FromHex(sha256)});
}

const std::vector<LoggedRow>& LoggedRows::of(std::string_view table) {
    auto& rows = entriesOf(table);
    if (!std::ranges::is_sorted(rows, {}, &LoggedRow::row))
        std::ranges::stable_sort(rows, {}, &LoggedRow::row); // a log mostly speaks of rows in their order
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (i + 1 == rows.size() || rows[i + 1].row != rows[i].row) rows[kept++] = rows[i];
    rows.resize(kept);
    return rows;
}

std::vector<std::string> LoggedRows::tables() const {
    std::vector<std::string> names;
    for (const auto& [table, rows] : m_rows)
        names.push_back(table);
    return names;
}

} // namespace vertescore
