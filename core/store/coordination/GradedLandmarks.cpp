// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/GradedLandmarks_p.h"

#include "core/store/coordination/Adjudication_p.h"
#include "core/store/rows/LandmarkText_p.h"
#include "core/store/rows/ScanRows_p.h"

#include <map>

namespace vertescore {

namespace {

Landmarks contentOf(Database& database, LandmarkVersionId version) {
    auto row = database.statement("SELECT content FROM landmark_versions WHERE id = ?", version);
    if (!row.executeStep()) refuse(ErrorCode::StudyCorrupt, "a reading names landmarks that are not there");
    return landmarksFromText(row.getColumn(0).getString());
}

} // namespace

std::vector<GradedLandmarks> readGradedLandmarks(StudyFile& file) {
    std::map<ScanId, std::optional<PixelSpacing>> spacings;
    for (const auto& scan : readScanRows(file))
        spacings[scan.id] = scan.geometry.spacing;
    std::map<LandmarkVersionId, Landmarks> contents; // most readers grade with the same ones
    std::vector<GradedLandmarks> graded;
    for (const auto& reading : allReadings(file.database)) {
        const auto& version = reading.fold.submittedLandmarks();
        if (!counts(reading, ReadingHolder::Reader) || !version) continue;
        auto content = contents.find(*version);
        if (content == contents.end())
            content = contents.emplace(*version, contentOf(file.database, *version)).first;
        graded.push_back({reading.originalCode, reading.reader, reading.arm, reading.session, reading.showing,
                          content->second, spacings[reading.scan]});
    }
    return graded;
}

} // namespace vertescore
