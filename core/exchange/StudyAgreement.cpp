// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/StudyAgreement.h"

#include <algorithm>

namespace vertescore {

namespace {

/// First without, then with guides; the default names where the study does not have both.
void chooseArms(AgreementOptions& options, const std::vector<Arm>& arms) {
    const auto armWith = [&](bool guides) {
        return std::find_if(arms.begin(), arms.end(), [&](const Arm& arm) {
            return !arm.isTraining && (arm.guides != GuideDisplay::None) == guides;
        });
    };
    const auto without = armWith(false), with = armWith(true);
    if (without != arms.end() && with != arms.end()) options.comparedConditions = {without->name, with->name};
}

/// Of several sessions and showings the first counts, as between the scores.
Result<std::vector<ReaderLandmarks>> readerLandmarks(const CoordinatorSession& session) {
    auto graded = session.gradedLandmarks();
    if (!graded) return failure(std::move(graded.error()));
    std::stable_sort(graded->begin(), graded->end(), [](const auto& a, const auto& b) {
        return std::pair(a.session, a.showing) < std::pair(b.session, b.showing);
    });
    std::vector<ReaderLandmarks> landmarks;
    for (auto& one : *graded)
        landmarks.push_back({std::move(one.code), std::move(one.reader), std::move(one.arm),
                             std::move(one.landmarks), one.spacing});
    return landmarks;
}

} // namespace

Result<StudyAgreement> studyAgreement(const CoordinatorSession& session, const Study& study) {
    StudyAgreement result;
    auto rows = session.ratings();
    if (!rows) return failure(std::move(rows.error()));
    const auto settled = session.consensusRatings();
    if (!settled) return failure(settled.error());
    if (!settled->empty()) result.options.consensusReader = settled->front().reader;
    rows->insert(rows->end(), settled->begin(), settled->end());
    auto table = makeRatingTable(*rows);
    if (!table) return failure(std::move(table.error()));
    result.table = *std::move(table);
    auto landmarks = readerLandmarks(session);
    if (!landmarks) return failure(std::move(landmarks.error()));
    result.options.landmarks = *std::move(landmarks);
    const auto scans = session.scans();
    if (!scans) return failure(scans.error());
    for (const auto& scan : *scans)
        result.options.scannerOf[scan.code] = scan.scannerGroup;
    const StudySettings& settings = study.settings;
    result.options.study = settings.name;
    result.options.synthetic = settings.isSynthetic;
    result.options.bounds = settings.bounds;
    chooseArms(result.options, settings.arms);
    return result;
}

} // namespace vertescore
