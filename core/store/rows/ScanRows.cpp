// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/ScanRows_p.h"

#include <cstdio>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

const std::string kSelectScan =
    "SELECT id, code, path, is_relative, width, height, spacing_x_mm, spacing_y_mm, spacing_source,"
    " bits_stored, scanner_group, sop_instance_uid, pixel_sha256 FROM scans";

/// Below the study's folder a path is kept relative, so that study and scans can move together.
StoredPath storedPath(const fs::path& study, const fs::path& scan) {
    const auto absolute = fs::absolute(scan).lexically_normal();
    const auto relative = absolute.lexically_relative(study.parent_path().lexically_normal());
    const bool isBelow = !relative.empty() && *relative.begin() != "..";
    const auto text = (isBelow ? relative : absolute).generic_u8string();
    return {std::string(text.begin(), text.end()), isBelow};
}

fs::path resolvedPath(const fs::path& study, const std::string& text, bool isRelative) {
    const fs::path path(std::u8string(text.begin(), text.end()));
    return isRelative ? study.parent_path() / path : path;
}

StudyScan scanOf(const StudyFile& file, Statement& row) {
    StudyScan scan;
    scan.id = ScanId{row.getColumn(0).getInt64()};
    scan.code = row.getColumn(1).getString();
    scan.path = resolvedPath(file.path, row.getColumn(2).getString(), row.getColumn(3).getInt() != 0);
    scan.geometry.width = row.getColumn(4).getInt();
    scan.geometry.height = row.getColumn(5).getInt();
    if (const auto source = optionalText(row, 8))
        scan.geometry.spacing = PixelSpacing{row.getColumn(6).getDouble(), row.getColumn(7).getDouble(),
                                             known(spacingSourceFromName(*source), *source)};
    scan.bitsStored = row.getColumn(9).getInt();
    scan.scannerGroup = row.getColumn(10).getString();
    scan.sopInstanceUid = row.getColumn(11).getString();
    scan.pixelSha256 = row.getColumn(12).getString();
    return scan;
}

std::string codeFor(Database& database, const NewScan& scan) {
    if (!scan.code) return freeScanCode(database);
    if (scan.code->empty()) refuse(ErrorCode::InvalidArgument, "a scan's code is empty");
    if (database.statement("SELECT 1 FROM scans WHERE code = ?", *scan.code).executeStep())
        refuse(ErrorCode::DuplicateEntry, "the code " + *scan.code + " belongs to another scan");
    return *scan.code;
}

/// Whether there is a file, or one that holds it: an archive stands in a path like a folder.
bool isThere(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(path, ignored)) return true;
    fs::path above = path.parent_path();
    while (above != above.parent_path() && !fs::exists(above, ignored))
        above = above.parent_path();
    return fs::is_regular_file(above, ignored);
}

/// A scan that the study has, found again elsewhere: the new place counts once the old one is empty.
void relocate(StudyFile& file, ScanId id, const fs::path& path, PersonId by) {
    if (isThere(readScanRow(file, id).path)) return;
    const auto stored = storedPath(file.path, path);
    auto row = file.database.statement("SELECT id FROM scans WHERE id = ?1 OR repeat_of = ?1", id);
    while (row.executeStep()) {
        const auto scan = row.getColumn(0).getInt64();
        file.database.run("UPDATE scans SET path = ?, is_relative = ? WHERE id = ?", stored.text,
                          stored.isRelative, scan);
        writeAudit(file.database, {by, "relocateScan", "scans", scan});
    }
}

void checkScan(const NewScan& scan) {
    if (scan.pixelSha256.empty()) refuse(ErrorCode::InvalidArgument, "a scan needs the hash of its pixels");
    if (scan.geometry.width <= 0 || scan.geometry.height <= 0)
        refuse(ErrorCode::InvalidArgument, "a scan needs a size");
}

} // namespace

StoredPath rebasedPath(const fs::path& fromStudy, const fs::path& toStudy, const std::string& text,
                       bool isRelative) {
    return storedPath(toStudy, resolvedPath(fromStudy, text, isRelative));
}

std::string freeScanCode(Database& database) {
    for (auto number = database.number("SELECT coalesce(max(id), 0) + 1 FROM scans");; ++number) {
        char code[24];
        std::snprintf(code, sizeof code, "S%04lld", static_cast<long long>(number));
        if (!database.statement("SELECT 1 FROM scans WHERE code = ?", code).executeStep()) return code;
    }
}

AddedScan insertScan(StudyFile& file, const NewScan& scan, PersonId by) {
    checkScan(scan);
    auto& database = file.database;
    auto same = database.statement("SELECT id FROM scans WHERE sop_instance_uid = ? AND pixel_sha256 = ?",
                                   scan.sopInstanceUid, scan.pixelSha256);
    if (same.executeStep()) {
        const ScanId id{same.getColumn(0).getInt64()};
        relocate(file, id, scan.path, by);
        return {id, false};
    }
    const auto code = codeFor(database, scan);
    const auto stored = storedPath(file.path, scan.path);
    const auto& spacing = scan.geometry.spacing;
    const auto row = database.run(
        "INSERT INTO scans (uid, code, path, is_relative, width, height, spacing_x_mm, spacing_y_mm,"
        " spacing_source, bits_stored, scanner_group, sop_instance_uid, pixel_sha256, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        newUuid(), code, stored.text, stored.isRelative, scan.geometry.width, scan.geometry.height,
        spacing ? std::optional(spacing->xMm) : std::nullopt,
        spacing ? std::optional(spacing->yMm) : std::nullopt,
        spacing ? std::optional(spacingSourceName(spacing->source)) : std::nullopt, scan.bitsStored,
        scan.scannerGroup, scan.sopInstanceUid, scan.pixelSha256, database.utcNow());
    database.run("INSERT INTO identities (id, patient_id, patient_name, study_date) VALUES (?, ?, ?, ?)", row,
                 scan.identity.patientId, scan.identity.patientName, scan.identity.studyDate);
    writeAudit(database, {by, "addScan", "scans", row, "", code});
    writeAudit(database, {by, "addIdentity", "identities", row});
    return {ScanId{row}, true};
}

StudyScan readScanRow(StudyFile& file, ScanId id) {
    auto row = file.database.statement(kSelectScan + " WHERE id = ?", id);
    if (!row.executeStep()) refuse(ErrorCode::InvalidArgument, "the study has no such scan");
    return scanOf(file, row);
}

std::vector<StudyScan> readScanRows(StudyFile& file) {
    auto row = file.database.statement(kSelectScan + " ORDER BY id");
    std::vector<StudyScan> scans;
    while (row.executeStep())
        scans.push_back(scanOf(file, row));
    return scans;
}

StudyScanIdentity readIdentity(Database& database, ScanId id) {
    auto row =
        database.statement("SELECT patient_id, patient_name, study_date FROM identities WHERE id = ?", id);
    if (!row.executeStep()) refuse(ErrorCode::InvalidArgument, "the study has no such scan");
    return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()};
}

} // namespace vertescore
