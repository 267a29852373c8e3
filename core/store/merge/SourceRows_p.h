// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

namespace vertescore {

/// A value for rows of a source table, by their number. Rows mostly come, and are asked for, in ascending
/// order: then each takes one step and no memory of its own. Any other order works, too.
template <typename Value>
class SourceRows {
public:
    /// Of a row that has one already it takes the place of that.
    void set(std::int64_t row, Value value) {
        if (m_isSorted && !m_rows.empty() && row <= m_rows.back().row) {
            const auto place = std::ranges::lower_bound(m_rows, row, {}, &Row::row);
            if (place->row == row) {
                place->value = std::move(value);
                return;
            }
            m_isSorted = false;
        }
        m_rows.push_back({row, std::move(value)});
    }

    /// nullptr when the row has none; until the next set().
    const Value* find(std::int64_t row) const {
        if (!m_isSorted) sort();
        for (auto place = m_latest; place < std::min(m_latest + 2, m_rows.size()); ++place)
            if (m_rows[place].row == row) return &m_rows[m_latest = place].value;
        const auto found = std::ranges::lower_bound(m_rows, row, {}, &Row::row);
        if (found == m_rows.end() || found->row != row) return nullptr;
        m_latest = static_cast<std::size_t>(found - m_rows.begin());
        return &found->value;
    }

private:
    struct Row {
        std::int64_t row = 0;
        Value value;
    };

    /// Of several values of a row the newest stays.
    void sort() const {
        std::ranges::stable_sort(m_rows, {}, &Row::row);
        const auto kept = std::unique(m_rows.rbegin(), m_rows.rend(),
                                      [](const Row& a, const Row& b) { return a.row == b.row; });
        m_rows.erase(m_rows.begin(), kept.base());
        m_latest = 0;
        m_isSorted = true;
    }

    mutable std::vector<Row> m_rows;
    mutable std::size_t m_latest = 0; ///< where the row was that was found last
    mutable bool m_isSorted = true;
};

/// Rows, each once, in the order in which they were added first.
class RowList {
public:
    void add(std::int64_t row) {
        const bool isAhead = m_rows.empty() || row > m_highest; // then it cannot be there: the usual way
        if (!isAhead && m_seen.empty()) m_seen.insert(m_rows.begin(), m_rows.end());
        const bool isSeen = !m_seen.empty() && !m_seen.insert(row).second;
        if (isSeen) return;
        m_highest = isAhead ? row : m_highest;
        m_rows.push_back(row);
    }
    const std::vector<std::int64_t>& inOrder() const { return m_rows; }

private:
    std::vector<std::int64_t> m_rows;
    std::int64_t m_highest = 0;
    std::unordered_set<std::int64_t> m_seen; ///< empty as long as every row was ahead of those before it
};

/// Numbers of rows, to be asked for.
class RowSet {
public:
    explicit RowSet(std::vector<std::int64_t> rows) : m_rows(std::move(rows)) { std::ranges::sort(m_rows); }
    bool contains(std::int64_t row) const { return std::ranges::binary_search(m_rows, row); }

private:
    std::vector<std::int64_t> m_rows;
};

} // namespace vertescore
