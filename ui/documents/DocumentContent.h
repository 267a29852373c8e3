// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"
#include "core/guides/Guides.h"
#include "core/scoring/WallMarks.h"
#include "ui/documents/LandmarkChange.h"

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

/// Those guides that an answer depends on: the four of its segment, for AAC-8 all.
Guides guidesOf(const CellAddress& cell, const Guides& guides);

/// The answers, each with the guides that it was given with, and the stretches that are marked: a moved
/// corner makes an answer stale, never different.
struct ScoreContent {
    ScoreSheet sheet;
    std::array<Guides, kAnswerPlaces.size()> readWith{}; ///< of answers that are not blank; by indexOf()
    MarkedWalls stretches{};
    friend bool operator==(const ScoreContent&, const ScoreContent&) = default;
};

/// Every answer of the sheet read with these guides; nothing is marked.
ScoreContent scoresReadWith(const ScoreSheet& sheet, const Guides& guides);

/// All that a document owns and a study file keeps of one scan.
struct DocumentContent {
    LandmarkContent points;
    ScoreContent scores;
};

} // namespace vertescore
