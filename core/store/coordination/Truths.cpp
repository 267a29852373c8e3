// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/Truths_p.h"

#include "core/store/rows/ReadingRows_p.h"
#include "core/store/rows/ScanRows_p.h"
#include "core/store/sheet/SheetEvents_p.h"

#include <nlohmann/json.hpp>

namespace vertescore {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kAac8 = "AAC-8";

Json cellJson(const ScoreCell& cell) {
    if (cell.grade) return *cell.grade;
    return notReadableReasonName(*cell.notReadable);
}

ScoreCell cellOf(const nlohmann::json& content, int highest) {
    if (content.is_number()) {
        if (!content.is_number_unsigned() ||
            content.get<std::uint64_t>() > static_cast<std::uint64_t>(highest))
            refuse(ErrorCode::StudyCorrupt, "a grade of a truth is none of those that there are");
        return {content.get<int>(), std::nullopt};
    }
    const auto name = content.get<std::string>();
    return {std::nullopt, known(notReadableReasonFromName(name), name)};
}

std::string sheetToText(const ScoreSheet& sheet) {
    Json json;
    for (const auto segment : kSegments)
        for (const auto wall : kWalls)
            json[std::string(segmentName(segment))][std::string(wallName(wall))] =
                cellJson(sheet.at(segment, wall));
    if (!sheet.aac8.isBlank())
        for (const auto wall : kWalls)
            json[kAac8][std::string(wallName(wall))] = cellJson(sheet.aac8.at(wall));
    return json.dump();
}

/// Scans that have no repeat yet, in random order.
std::vector<std::int64_t> candidates(Database& database) {
    auto row = database.statement("SELECT id FROM scans s WHERE repeat_of IS NULL"
                                  " AND NOT EXISTS (SELECT 1 FROM scans r WHERE r.repeat_of = s.id)"
                                  " ORDER BY random()");
    std::vector<std::int64_t> scans;
    while (row.executeStep())
        scans.push_back(row.getColumn(0).getInt64());
    return scans;
}

void addHiddenRepeat(Database& database, std::int64_t original, PersonId by) {
    const auto uid = newUuid();
    const auto code = freeScanCode(database);
    const auto row = database.run(
        "INSERT INTO scans (uid, code, path, is_relative, width, height, spacing_x_mm, spacing_y_mm,"
        " spacing_source, bits_stored, scanner_group, sop_instance_uid, pixel_sha256, added_at, repeat_of)"
        " SELECT ?, ?, path, is_relative, width, height, spacing_x_mm, spacing_y_mm, spacing_source,"
        " bits_stored, scanner_group, ?, pixel_sha256, ?, id FROM scans WHERE id = ?",
        uid, code, "repeat " + uid, database.utcNow(),
        original); // the UID of the instance is its original's alone
    database.run("INSERT INTO identities (id, patient_id, patient_name, study_date)"
                 " SELECT ?, patient_id, patient_name, study_date FROM identities WHERE id = ?",
                 row, original);
    writeAudit(database, {by, "addHiddenRepeat", "scans", row, "", code});
    writeAudit(database, {by, "addIdentity", "identities", row});
}

} // namespace

ScoreSheet truthFromText(const std::string& text) {
    const auto json = nlohmann::json::parse(text);
    ScoreSheet sheet;
    for (const auto segment : kSegments)
        for (const auto wall : kWalls)
            sheet.at(segment, wall) = cellOf(
                json.at(std::string(segmentName(segment))).at(std::string(wallName(wall))), kHighestGrade);
    if (json.contains(kAac8))
        for (const auto wall : kWalls)
            sheet.aac8.at(wall) = cellOf(json.at(kAac8).at(std::string(wallName(wall))), kHighestAac8);
    return sheet;
}

void setTruthRow(StudyFile& file, ScanId scan, const ScoreSheet& sheet, const std::string& reason,
                 PersonId by) {
    if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
    checkSheet(sheet, file.study.settings);
    readScanRow(file, scan);
    auto& database = file.database;
    const auto content = sheetToText(sheet);
    const auto row = database.run("INSERT INTO truths (uid, scan_id, content, reason, person_id, set_at)"
                                  " VALUES (?, ?, ?, ?, ?, ?)",
                                  newUuid(), scan, content, reason, by, database.utcNow());
    writeAudit(database, {by, "setTruth", "truths", row, "", content, reason});
}

std::optional<ScoreSheet> readTruth(Database& database, ScanId scan) {
    auto row =
        database.statement("SELECT content FROM truths WHERE scan_id = ? ORDER BY id DESC LIMIT 1", scan);
    if (!row.executeStep()) return std::nullopt;
    return truthFromText(row.getColumn(0).getString());
}

std::map<ScanId, ScoreSheet> readTruths(Database& database) {
    auto row = database.statement("SELECT scan_id, content FROM truths ORDER BY id");
    std::map<ScanId, ScoreSheet> truths;
    while (row.executeStep())
        truths[ScanId{row.getColumn(0).getInt64()}] = truthFromText(row.getColumn(1).getString());
    return truths;
}

bool hasReadingBegun(Database& database) {
    return database.number("SELECT EXISTS (SELECT 1 FROM reading_passes)") != 0;
}

void addHiddenRepeatRows(StudyFile& file, std::size_t count, PersonId by) {
    auto& database = file.database;
    if (hasReadingBegun(database))
        refuse(ErrorCode::NotAllowed, "reading has begun; repeats would change the order");
    auto originals = candidates(database);
    if (count == 0 || count > originals.size())
        refuse(ErrorCode::InvalidArgument,
               std::to_string(originals.size()) + " scans could be repeated, not " + std::to_string(count));
    originals.resize(count);
    for (const auto original : originals)
        addHiddenRepeat(database, original, by);
}

std::vector<HiddenRepeat> readHiddenRepeats(Database& database) {
    auto row =
        database.statement("SELECT o.id, r.id, o.code, r.code FROM scans r JOIN scans o ON o.id = r.repeat_of"
                           " ORDER BY o.code, r.id");
    std::vector<HiddenRepeat> repeats;
    while (row.executeStep())
        repeats.push_back({ScanId{row.getColumn(0).getInt64()}, ScanId{row.getColumn(1).getInt64()},
                           row.getColumn(2).getString(), row.getColumn(3).getString()});
    return repeats;
}

} // namespace vertescore
