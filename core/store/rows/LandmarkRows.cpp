// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/LandmarkRows_p.h"

#include "core/base/Sha256.h"
#include "core/store/rows/LandmarkText_p.h"

namespace vertescore {

namespace {

std::string selectVersions(std::string_view ending, std::string_view condition = {}) {
    return std::string("SELECT v.id, ?1, v.content, v.source, p.name, v.model_name, v.model_sha256,"
                       " v.model_device, v.model_precision, v.saved_at, v.sha256, v.weights_sha256"
                       " FROM landmark_versions v JOIN people p ON p.id = v.person_id WHERE ")
        .append(kLandmarksOfScan)
        .append(" AND ")
        .append(kVisibleLandmarks)
        .append(condition)
        .append(" ORDER BY v.id ")
        .append(ending);
}

LandmarkVersion versionOf(Statement& row) {
    LandmarkVersion version;
    version.id = LandmarkVersionId{row.getColumn(0).getInt64()};
    version.scan = ScanId{row.getColumn(1).getInt64()};
    version.landmarks = landmarksFromText(row.getColumn(2).getString());
    const std::string source = row.getColumn(3);
    version.source = known(landmarkSourceFromName(source), source);
    version.author = row.getColumn(4).getString();
    if (version.source == LandmarkSource::Model)
        version.model = DetectionModel{row.getColumn(5).getString(), row.getColumn(6).getString(),
                                       row.getColumn(7).getString(), row.getColumn(8).getString()};
    version.savedUtc = row.getColumn(9).getString();
    version.sha256 = row.getColumn(10).getString();
    version.weightsSha256 = row.getColumn(11).getString();
    return version;
}

/// Edited points go back to the network that placed them first; an import goes back to none.
std::string weightsBehind(const NewLandmarks& wanted, const std::optional<LandmarkVersion>& previous) {
    if (wanted.model) return wanted.model->sha256;
    if (wanted.source == LandmarkSource::Import || !previous) return {};
    return previous->weightsSha256;
}

bool isSame(const NewLandmarks& wanted, const LandmarkVersion& previous) {
    return previous.source == wanted.source && previous.model == wanted.model &&
           previous.landmarks == wanted.landmarks;
}

} // namespace

std::optional<LandmarkVersion> newestLandmarks(Database& database, ScanId scan,
                                               const LandmarkViewer& viewer) {
    auto row = database.statement(selectVersions("DESC LIMIT 1"), scan, viewer.reader);
    if (!row.executeStep()) return std::nullopt;
    return versionOf(row);
}

std::optional<LandmarkVersion> newestPrediction(Database& database, ScanId scan,
                                                const LandmarkViewer& viewer) {
    auto row = database.statement(selectVersions("DESC LIMIT 1", " AND v.source = ?"), scan, viewer.reader,
                                  landmarkSourceName(LandmarkSource::Model));
    if (!row.executeStep()) return std::nullopt;
    return versionOf(row);
}

std::vector<LandmarkVersion> landmarkVersions(Database& database, ScanId scan, const LandmarkViewer& viewer) {
    auto row = database.statement(selectVersions("ASC"), scan, viewer.reader);
    std::vector<LandmarkVersion> versions;
    while (row.executeStep())
        versions.push_back(versionOf(row));
    return versions;
}

LandmarkVersion saveLandmarkRow(Database& database, const NewLandmarks& wanted) {
    auto previous = newestLandmarks(database, wanted.scan, wanted.viewer);
    if (previous && isSame(wanted, *previous)) return *std::move(previous);
    const auto content = landmarksToText(wanted.landmarks);
    const auto sha256 = sha256Hex(content);
    const auto& model = wanted.model;
    const auto row = database.run(
        "INSERT INTO landmark_versions (uid, scan_id, based_on, source, person_id, reader_id, model_name,"
        " model_sha256, model_device, model_precision, weights_sha256, content, sha256, shape_sha256, state,"
        " least_confidence, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        newUuid(), wanted.scan, previous ? std::optional(previous->id) : std::nullopt,
        landmarkSourceName(wanted.source), wanted.person, wanted.viewer.reader,
        model ? std::optional(model->name) : std::nullopt,
        model ? std::optional(model->sha256) : std::nullopt,
        model ? std::optional(model->device) : std::nullopt,
        model ? std::optional(model->precision) : std::nullopt, weightsBehind(wanted, previous), content,
        sha256, shapeSha256(wanted.landmarks), landmarkStateName(landmarkStateOf(wanted.landmarks)),
        leastConfidence(wanted.landmarks), database.utcNow());
    writeAudit(database, {wanted.person, "saveLandmarks", "landmark_versions", row,
                          previous ? previous->sha256 : std::string(), sha256});
    return newestLandmarks(database, wanted.scan, wanted.viewer).value();
}

} // namespace vertescore
