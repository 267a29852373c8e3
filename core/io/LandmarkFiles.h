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

/// The landmark JSON of the command line contract, one object, no line break inside when compact.
std::string landmarksToJson(const LandmarkRecord& record, bool compact);
Result<LandmarkRecord> landmarksFromJson(const std::string& text);
Result<LandmarkRecord> readLandmarkFile(const std::filesystem::path& path);

/// The crop JSON of the command line contract.
std::string cropToJson(const std::filesystem::path& scanPath, const Guides& guides, const Roi& roi,
                       bool compact);

/// make-sense point CSV: label,x,y,image,width,height; 24 rows an image. Fractions are kept.
Result<std::vector<LandmarkRecord>> readMakeSense(const std::filesystem::path& path);
Status writeMakeSense(const std::filesystem::path& path, const std::vector<LandmarkRecord>& records);

} // namespace vertescore
