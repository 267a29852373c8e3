// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

/// Whose landmarks count: shared ones, and of a blinded reader's own only that reader's.
struct LandmarkViewer {
    std::optional<PersonId> reader; ///< nothing: an annotator or coordinator
};

struct NewLandmarks {
    ScanId scan{};
    Landmarks landmarks;
    LandmarkSource source = LandmarkSource::Person;
    PersonId person{};
    std::optional<DetectionModel> model;
    LandmarkViewer viewer; ///< who may see them
};

/// The part of an SQL condition on landmark_versions v that keeps what the viewer may see; binds one value,
/// the reader or NULL.
inline constexpr std::string_view kVisibleLandmarks = "(v.reader_id IS NULL OR v.reader_id IS ?)";

/// Likewise what belongs to a scan, which is value 1 of the statement: a hidden repeat has the shared
/// landmarks of its original, but nothing that a reader did there.
inline constexpr std::string_view kLandmarksOfScan = "(v.scan_id = ?1 OR (v.reader_id IS NULL AND v.scan_id "
                                                     "= (SELECT o.repeat_of FROM scans o WHERE o.id = ?1)))";

// Throw Refusal and SQLite::Exception; saveLandmarkRow writes in the caller's transaction.

std::optional<LandmarkVersion> newestLandmarks(Database& database, ScanId scan, const LandmarkViewer& viewer);
/// The newest that a network gave, whatever people made of it since.
std::optional<LandmarkVersion> newestPrediction(Database& database, ScanId scan,
                                                const LandmarkViewer& viewer);
std::vector<LandmarkVersion> landmarkVersions(Database& database, ScanId scan, const LandmarkViewer& viewer);
LandmarkVersion saveLandmarkRow(Database& database, const NewLandmarks& wanted);

} // namespace vertescore
