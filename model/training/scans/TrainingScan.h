// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/geometry/ScanGeometry.h"
#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"
#include "model/decode/Decode.h"

#include <array>
#include <string>
#include <vector>

namespace vertescore {

/// What a vertebra of the truth is good for.
enum class Teaching {
    Taught,  ///< all corners have a place that no network gave (outside the picture, perhaps)
    Ignored, ///< some corners lack a place, or have the network's: about where, but not to learn from
    Absent,  ///< not in the picture, and somebody said so
    Unknown, ///< nobody said anything
};
Teaching teachingOf(const VertebraLandmarks& vertebra);

/// One vertebra in a picture that fills the network frame. Not mirrored: anterior may be on either side.
struct VertebraTarget {
    bool isPresent = false;              ///< taught, and the centre inside the picture
    bool isIgnored = false;              ///< neither taught nor background; the corners say about where it is
    NetworkPoint centre;                 ///< mean of the corners
    std::array<NetworkPoint, 4> corners; ///< kTopLeft ... kBottomRight; may lie outside
};
using ScanTargets = std::array<VertebraTarget, kLevelCount>;

/// A scan to learn from or to be measured on, with its truth.
struct TrainingScan {
    DisplayImage picture;  ///< after the whole grey pipeline
    ScanGeometry geometry; ///< of the picture
    Landmarks truth;       ///< source pixels
    std::string group;     ///< phantom style or scanner group, for reports and for stratified folds
    std::string patient;   ///< keeps one patient's scans in one fold; empty: nobody else's
};

/// The truth in the network frame, without mirroring.
ScanTargets targetsOf(const TrainingScan& scan);

/// What the network is given to learn.
struct TrainingSample {
    int width = 0;
    int height = 0;
    std::vector<float> grey; ///< -0.5...0.5, row order
    ScanTargets targets;     ///< network frame
    AnteriorSide anterior = AnteriorSide::Right;
};

} // namespace vertescore
