// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/ScanResults.h"

#include <algorithm>

namespace vertescore {

CropResult cropResultOf(const Roi& roi) {
    const auto has = [&roi](CropCause cause) {
        return std::find(roi.causes.begin(), roi.causes.end(), cause) != roi.causes.end();
    };
    return {roi.curve.factor,   roi.isCropped,          roi.percent,
            roi.segmentPercent, has(CropCause::Border), has(CropCause::BlackRegion)};
}

bool hasPoint(const Landmarks& landmarks, std::initializer_list<PointState> states) {
    return std::ranges::any_of(landmarks.vertebrae, [&](const VertebraLandmarks& vertebra) {
        return std::ranges::any_of(vertebra.corners, [&](const Landmark& corner) {
            return std::ranges::find(states, corner.state) != states.end();
        });
    });
}

void putLandmarks(ScanResults& results, const Landmarks& landmarks, const LandmarkOrigin& origin) {
    results.landmarks = landmarks;
    if (hasPoint(landmarks, {PointState::Edited, PointState::Confirmed})) results.annotator = origin.author;
    results.model = origin.model;
    if (!results.model && !origin.weightsSha256.empty())
        results.model = DetectionModel{"", origin.weightsSha256, "", ""};
}

} // namespace vertescore
