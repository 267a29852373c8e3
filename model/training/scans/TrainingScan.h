// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/geometry/ScanGeometry.h"
#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"
#include "model/Decode.h"

#include <array>
#include <string>
#include <vector>

namespace vertescore {

/// One vertebra in a picture that fills the network frame. Not mirrored: anterior may be on either side.
struct VertebraTarget {
    bool isPresent = false;              ///< all corners known and the centre inside the picture
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
