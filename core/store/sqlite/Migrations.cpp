// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/Migrations_p.h"

#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Database_p.h"

#include <algorithm>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

/// Whole or not at all: copied under another name first.
void backUp(Database& database, const fs::path& path, std::int64_t version) {
    std::string time = database.utcNow();
    std::erase_if(time, [](char c) { return c == '-' || c == ':' || c == '.'; });
    auto target = path;
    target += ".v" + std::to_string(version) + "-" + time + ".backup";
    auto unfinished = target;
    unfinished += ".part";
    database.copyTo(unfinished);
    fs::rename(unfinished, target);
}

} // namespace

void migrate(Database& database, std::span<const Migration> steps) {
    for (const auto& step : steps) {
        WriteTransaction transaction(database);
        if (database.number("PRAGMA user_version") < step.version) {
            database.runScript(std::string(step.sql));
            database.runScript("PRAGMA application_id = " + std::to_string(kStudyApplicationId));
            database.runScript("PRAGMA user_version = " + std::to_string(step.version));
        }
        transaction.commit();
    }
}

Database upToDate(Database database, const fs::path& path) {
    const auto version = database.number("PRAGMA user_version");
    if (version >= studyMigrations().back().version) return database;
    if (!database.isReadOnly()) {
        backUp(database, path, version);
        migrate(database, studyMigrations());
        return database;
    }
    auto copy = database.copyApart();
    migrate(copy, studyMigrations());
    copy.forbidWriting();
    return copy;
}

} // namespace vertescore
