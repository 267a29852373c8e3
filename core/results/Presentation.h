// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/guides/Guides.h"
#include "core/roi/Roi.h"

#include <filesystem>
#include <optional>
#include <string>

namespace vertescore {

// Layers and names of what a presentation state of ours draws; readScan gives them back (Scan::graphics).
inline constexpr std::string_view kGuideLayer = "GUIDES"; ///< a line each, named as in kGuideNames
inline constexpr std::string_view kRoiLayer = "ROI";
inline constexpr std::string_view kRoiCurveName = "ROI curve"; ///< in pieces where it leaves the picture

/// What is to be drawn over a scan.
struct DrawnResults {
    Guides guides;
    std::optional<RoiCurve> curve;
    std::string annotator;            ///< who placed the corners; empty: not said, or nobody did
    bool hasPredictedCorners = false; ///< then the picture says so
    std::optional<DetectionModel> model;
};

/// Writes guides and curve as a Grayscale Softcopy Presentation State (PS3.3 A.33.1) that refers to the scan
/// and shows its greys as the scan itself does. What lies outside the picture is cut off, because the units
/// of a graphic end there. Errors: as writeReport, and UnsupportedPixels (a colour picture), LandmarksMissing
/// (nothing to draw). Any thread.
Status writePresentation(const std::filesystem::path& path, const std::filesystem::path& scan, int frame,
                         const DrawnResults& results);

} // namespace vertescore
