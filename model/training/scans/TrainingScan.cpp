// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/scans/TrainingScan.h"

namespace vertescore {

ScanTargets targetsOf(const TrainingScan& scan) {
    ScanTargets targets;
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = scan.truth.at(level);
        if (!vertebra.isComplete()) continue;
        VertebraTarget& target = targets[indexOf(level)];
        for (const Corner corner : kCorners) {
            // Side Right leaves the picture as it is; the corner's place says where anterior was.
            const NetworkPoint point =
                scan.geometry.toNetwork(*vertebra.at(corner).position, AnteriorSide::Right);
            target.corners[cornerPlace(corner, scan.truth.anterior)] = point;
            target.centre.x += point.x / 4;
            target.centre.y += point.y / 4;
        }
        target.isPresent = scan.geometry.contains(*vertebra.centre());
    }
    return targets;
}

} // namespace vertescore
