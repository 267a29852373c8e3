// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"
#include "core/guides/Guides.h"
#include "core/scoring/ScoreSheet.h"

#include <optional>

namespace vertescore {

/// The points, and the network's own answer to go back to.
struct LandmarkContent {
    Landmarks landmarks;
    std::optional<Detection> detection; ///< labels shifted along with the landmarks
    bool isRenamed = false;             ///< a person shifted labels or changed sides since the detection
};
/// What is there, not how it came: isRenamed does not count.
bool operator==(const LandmarkContent& a, const LandmarkContent& b);

/// The four guides that bound and divide one segment, top to bottom.
using SegmentGuides = std::array<std::optional<Guide>, 4>;
SegmentGuides guidesOf(Segment segment, const Guides& guides);

/// The grades, each with the guides that it was given with: a moved corner makes a grade stale, never
/// different.
struct ScoreContent {
    ScoreSheet sheet;
    std::array<std::array<SegmentGuides, kWallCount>, kSegmentCount>
        readWith{}; ///< of cells that are not blank
    friend bool operator==(const ScoreContent&, const ScoreContent&) = default;
};

/// Every cell of the sheet read with these guides.
ScoreContent scoresReadWith(const ScoreSheet& sheet, const Guides& guides);

/// All that a document owns and a study file keeps of one scan.
struct DocumentContent {
    LandmarkContent points;
    ScoreContent scores;
};

} // namespace vertescore
