// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/guides/Guides.h"
#include "core/roi/Roi.h"

#include <optional>

namespace vertescore {

/// Mean chord of the first 12 guides in millimetres, each chord measured with the spacing of both axes;
/// nothing where the spacing is unknown or a guide is missing.
std::optional<double> meanWidthMm(const Guides& guides, const ScanGeometry& geometry);

/// Mean distance in millimetres from the guides' anterior points to the ROI curve's knots. It is the same
/// number of pixels along every guide, but not the same number of millimetres where the pixels are not
/// square.
std::optional<double> curveDistanceMm(const Guides& guides, const RoiCurve& curve,
                                      const ScanGeometry& geometry);

} // namespace vertescore
