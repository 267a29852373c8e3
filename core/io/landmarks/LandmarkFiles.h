// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/geometry/ScanGeometry.h"
#include "core/landmarks/Landmarks.h"
#include "core/roi/Roi.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vertescore {

/// Landmarks with what a file says beside them.
struct LandmarkRecord {
    std::filesystem::path scanPath;
    int width = 0;
    int height = 0;
    Landmarks landmarks;
    std::optional<DetectionModel> model;
};

/// The landmark JSON of the command line contract, one object, no line break inside when compact. Beside the
/// contract: a vertebra has "states" (of each corner), "locked" where a corner is, "uncertaintyPx" of the
/// corners that have one, and the reason is in "missingReasons". A corner without a position is absent.
/// "state" of a vertebra: edited when any corner is, else the one that all visible corners have. Numbers read
/// back to the same double.
std::string landmarksToJson(const LandmarkRecord& record, bool compact);

/// Errors: LandmarksMalformed (says what and where). "truth" is read as confirmed. Safe for any text.
Result<LandmarkRecord> landmarksFromJson(const std::string& text);

/// Errors: File..., LandmarksMalformed; each with the path.
Result<LandmarkRecord> readLandmarkFile(const std::filesystem::path& path);

/// The crop JSON of the command line contract. guides: complete.
std::string cropToJson(const std::filesystem::path& scanPath, const Guides& guides, const Roi& roi,
                       bool compact);

} // namespace vertescore
