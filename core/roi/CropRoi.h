// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/geometry/ScanGeometry.h"
#include "core/image/GreyImage.h"
#include "core/roi/Roi.h"

namespace vertescore {

struct CropOptions {
    double factor = 1.0;            ///< > 0; people choose between kSmallestFactor and kLargestFactor
    std::size_t minimumOutside = 1; ///< samples outside that make a scan "cropped"
};

/// The curve at distance factor x (1 + mean width) before the anterior ends of the guides, along each guide.
/// Errors: LandmarksMissing (names the guides that are absent), KnotsNotIncreasing, InvalidArgument. Pure;
/// any thread.
Result<RoiCurve> buildRoiCurve(const Guides& guides, double factor);

/// Where the curve leaves the picture or enters the black mask. mask: of the scan's size, or empty (0 x 0).
/// A sample outside the picture has the cause Border, whatever the mask says. Errors as buildRoiCurve.
Result<Roi> cropRoi(const Guides& guides, const ScanGeometry& geometry, const BlackMask& mask,
                    const CropOptions& options);

/// How sure the built-in small network (PictureNet) is that a displayed scan has unscanned black regions,
/// 0...1. Tissue and air that a window clips to black are none. Pure; any thread.
double blackRegionProbability(const DisplayImage& scan);

/// Pixels at or below the black level, closed, those connected components kept that are large, touch the
/// border and end at once. Survives JPEG noise. An empty mask when there are none.
BlackMask blackPixelRegions(const DisplayImage& scan);

/// The unscanned regions of a displayed scan: empty where the network sees none, else blackPixelRegions. The
/// window and the command line get theirs here.
BlackMask findBlackRegions(const DisplayImage& scan);

} // namespace vertescore
