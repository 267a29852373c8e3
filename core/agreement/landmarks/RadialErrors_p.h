// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/landmarks/LandmarkAgreement.h"

namespace vertescore {

/// How far apart one point of an image lies in two readings.
struct PointDistance {
    std::string image;
    double distance = 0;
};

RadialErrors radialErrors(std::span<const PointDistance> distances);

} // namespace vertescore
