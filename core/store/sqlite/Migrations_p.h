// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace vertescore {

class Database;

/// Stored in the file's header: "VSst". What makes an SQLite file a study.
inline constexpr std::int64_t kStudyApplicationId = 0x56537374;

/// One step of the file's form; brings a file of version - 1 to version. A column that a step adds to a
/// logged table is NULL in the rows that are there, or their hashes in the log would no longer fit.
struct Migration {
    int version;
    std::string_view sql;
};

/// All steps from an empty file on, in order; the last one is what this program writes.
std::span<const Migration> studyMigrations();

/// Runs the steps that the file lacks, each with its version number in one transaction. Throws as Database.
void migrate(Database& database, std::span<const Migration> steps);

/// The study brought up to date, if an older program wrote it: after a whole copy of it was put beside it,
/// or, where it may only be read, in a copy apart that may only be read likewise. Throws as Database.
Database upToDate(Database database, const std::filesystem::path& path);

} // namespace vertescore
