// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sha256.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// What a log says of a row.
struct LoggedRow {
    std::int64_t row = 0;
    std::optional<Sha256Digest> sha256; ///< nothing: what stands there is no hash at all
};

/// The hash that the log gives each row: of several entries on a row the last one counts.
class LoggedRows {
public:
    void note(std::string_view table, std::int64_t row, std::string_view sha256);

    /// The rows of a table, each once, by number.
    const std::vector<LoggedRow>& of(std::string_view table);
    std::vector<std::string> tables() const; ///< by name

private:
    std::vector<LoggedRow>& entriesOf(std::string_view table);

    std::map<std::string, std::vector<LoggedRow>, std::less<>> m_rows; ///< in the order of the log
};

} // namespace vertescore
