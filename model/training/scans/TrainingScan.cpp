// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/TrainingScan.h"

#include <algorithm>

namespace vertescore {
namespace {

/// Mean of the corners that have a place; there is one.
PixelPoint middleOf(const VertebraLandmarks& vertebra) {
    PixelPoint sum;
    int count = 0;
    for (const Landmark& corner : vertebra.corners) {
        if (!corner.position) continue;
        sum.x += corner.position->x;
        sum.y += corner.position->y;
        ++count;
    }
    return {sum.x / count, sum.y / count};
}

VertebraTarget targetOf(const VertebraLandmarks& vertebra, const TrainingScan& scan) {
    VertebraTarget target;
    const PixelPoint middle = middleOf(vertebra);
    for (const Corner corner : kCorners) {
        // Side Right leaves the picture as it is; the corner's place says where anterior was.
        const NetworkPoint point =
            scan.geometry.toNetwork(vertebra.at(corner).position.value_or(middle), AnteriorSide::Right);
        target.corners[cornerPlace(corner, scan.truth.anterior)] = point;
        target.centre.x += point.x / 4;
        target.centre.y += point.y / 4;
    }
    const bool isTaught = teachingOf(vertebra) == Teaching::Taught;
    target.isPresent = isTaught && scan.geometry.contains(middle);
    target.isIgnored = !isTaught;
    return target;
}

} // namespace

Teaching teachingOf(const VertebraLandmarks& vertebra) {
    const auto count = [&vertebra](const auto& is) {
        return std::count_if(vertebra.corners.begin(), vertebra.corners.end(), is);
    };
    const auto placed = count([](const Landmark& corner) { return corner.position.has_value(); });
    const auto predicted =
        count([](const Landmark& corner) { return corner.state == PointState::Predicted; });
    const auto hidden = count([](const Landmark& corner) { return corner.state == PointState::NotVisible; });
    constexpr auto all = static_cast<std::ptrdiff_t>(kCornerCount);
    if (placed == all && predicted == 0) return Teaching::Taught;
    if (placed > 0) return Teaching::Ignored;
    if (hidden == all || vertebra.missing == MissingReason::OutsidePicture) return Teaching::Absent;
    return Teaching::Unknown;
}

ScanTargets targetsOf(const TrainingScan& scan) {
    ScanTargets targets;
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = scan.truth.at(level);
        const Teaching teaching = teachingOf(vertebra);
        if (teaching == Teaching::Taught || teaching == Teaching::Ignored)
            targets[indexOf(level)] = targetOf(vertebra, scan);
    }
    return targets;
}

} // namespace vertescore
