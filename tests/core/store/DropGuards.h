// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace vertescore::test {

/// Takes away what keeps rows from being changed, as someone would who knows SQLite.
inline void dropGuards(SQLite::Database& shell) {
    std::vector<std::string> triggers;
    SQLite::Statement row(shell, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (row.executeStep())
        triggers.push_back(row.getColumn(0).getString());
    for (const auto& trigger : triggers)
        shell.exec("DROP TRIGGER " + trigger);
}

} // namespace vertescore::test
