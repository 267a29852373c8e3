// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/StudyRows_p.h"

#include "core/store/sqlite/Migrations_p.h"

namespace vertescore {

void insertStudy(Database& database, const StudySettings& settings, PersonId creator) {
    const auto study = database.run(
        "INSERT INTO study (id, uid, name, is_synthetic, convention, moderate_from, high_from,"
        " shuffles_scans, washout_days, sessions, order_seed, created_at, asks_aac8)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        newUuid(), settings.name, settings.isSynthetic, scoringConventionName(settings.convention),
        settings.bounds.moderateFrom, settings.bounds.highFrom, settings.shufflesScans, settings.washoutDays,
        settings.sessions, settings.orderSeed, database.utcNow(),
        settings.asksAac8 ? std::optional(1) : std::nullopt);
    writeAudit(database, {creator, "createStudy", "study", study, "", settings.name});
    for (const auto& arm : settings.arms) {
        const auto row =
            database.run("INSERT INTO arms (name, guides, is_training) VALUES (?, ?, ?)", arm.name,
                         guideDisplayName(arm.guides), arm.isTraining ? std::optional(1) : std::nullopt);
        writeAudit(database, {creator, "addArm", "arms", row, "", arm.name});
    }
}

Study readStudy(Database& database) {
    auto row = database.statement(
        "SELECT uid, created_at, name, is_synthetic, convention, moderate_from,"
        " high_from, shuffles_scans, washout_days, sessions, order_seed, asks_aac8 FROM study"
        " WHERE id = 1");
    if (!row.executeStep()) refuse(ErrorCode::StudyCorrupt, "it was never finished");
    Study study;
    study.uid = row.getColumn(0).getString();
    study.createdUtc = row.getColumn(1).getString();
    auto& settings = study.settings;
    settings.name = row.getColumn(2).getString();
    settings.isSynthetic = row.getColumn(3).getInt() != 0;
    const std::string convention = row.getColumn(4);
    settings.convention = known(scoringConventionFromName(convention), convention);
    settings.bounds = {row.getColumn(5).getInt(), row.getColumn(6).getInt()};
    settings.shufflesScans = row.getColumn(7).getInt() != 0;
    if (!row.getColumn(8).isNull()) settings.washoutDays = row.getColumn(8).getInt();
    if (!row.getColumn(9).isNull()) settings.sessions = row.getColumn(9).getInt();
    if (!row.getColumn(10).isNull()) settings.orderSeed = row.getColumn(10).getInt64();
    settings.asksAac8 = !row.getColumn(11).isNull();
    settings.arms.clear();
    auto arm = database.statement("SELECT name, guides, is_training IS NOT NULL FROM arms ORDER BY id");
    while (arm.executeStep()) {
        const std::string guides = arm.getColumn(1);
        settings.arms.push_back({arm.getColumn(0).getString(), known(guideDisplayFromName(guides), guides),
                                 arm.getColumn(2).getInt() != 0});
    }
    return study;
}

StudyFile openToRead(const std::filesystem::path& path, FileCheck check) {
    OpenOptions options;
    options.access = StudyAccess::ReadOnly;
    auto database = upToDate(Database::open(path, options, check), path);
    auto study = readStudy(database);
    return {path, options.access, std::move(study), std::move(database)};
}

std::int64_t armRow(Database& database, const std::string& name) {
    auto row = database.statement("SELECT id FROM arms WHERE name = ?", name);
    if (!row.executeStep()) refuse(ErrorCode::InvalidArgument, "the study has no arm " + name);
    return row.getColumn(0).getInt64();
}

} // namespace vertescore
