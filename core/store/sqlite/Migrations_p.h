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

/// Brings an older study up to date, after a whole copy of it was put beside it. No copy and no step when it
/// is up to date.
void upgradeStudy(Database& database, const std::filesystem::path& path);

} // namespace vertescore
