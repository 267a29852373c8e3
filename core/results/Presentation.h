// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/guides/Guides.h"
#include "core/landmarks/Landmarks.h"
#include "core/roi/Roi.h"

#include <filesystem>
#include <optional>
#include <string>

namespace vertescore {

// Layers and names of what a presentation state of ours draws; readScan gives them back (Scan::graphics).
inline constexpr std::string_view kGuideLayer = "GUIDES"; ///< a line each, named as in kGuideNames
inline constexpr std::string_view kRoiLayer = "ROI";
/// Corners, a place each, named "L1 superiorAnterior edited": level, corner, state. A person's and the
/// network's in layers of their own.
inline constexpr std::string_view kCornerLayer = "CORNERS";
inline constexpr std::string_view kNetworkCornerLayer = "CORNERS_NETWORK";
inline constexpr std::string_view kRoiCurveName = "ROI curve"; ///< in pieces where it leaves the picture

/// What is to be drawn over a scan.
struct DrawnResults {
    Guides guides;
    std::optional<RoiCurve> curve;
    std::string annotator;            ///< who placed the corners; empty: not said, or nobody did
    bool hasPredictedCorners = false; ///< then the picture says so
    std::optional<DetectionModel> model;
    Landmarks landmarks = {}; ///< corners that have a place and are visible are drawn, too
};

struct ScanResults;

/// The corners of these results and whose they are, with the guides and the curve that follow from them.
DrawnResults drawnOf(const ScanResults& results, const Guides& guides, const std::optional<RoiCurve>& curve);

/// Writes guides and curve as a Grayscale Softcopy Presentation State (PS3.3 A.33.1) that refers to the scan
/// and shows its greys as the scan itself does. What lies outside the picture is cut off, because the units
/// of a graphic end there. code: as for writeReport. Errors: as writeReport, and UnsupportedPixels (a colour
/// picture), LandmarksMissing (nothing to draw). Any thread.
Status writePresentation(const std::filesystem::path& path, const std::filesystem::path& scan, int frame,
                         const DrawnResults& results, const std::optional<std::string>& code = std::nullopt);

} // namespace vertescore
