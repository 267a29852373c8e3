// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DocumentContent.h"

namespace vertescore {

bool operator==(const LandmarkContent& a, const LandmarkContent& b) {
    if (a.landmarks != b.landmarks || a.detection.has_value() != b.detection.has_value()) return false;
    return !a.detection ||
           (a.detection->landmarks == b.detection->landmarks && a.detection->model == b.detection->model);
}

SegmentGuides guidesOf(Segment segment, const Guides& guides) {
    const std::size_t first = 3 * static_cast<std::size_t>(segment);
    return {guides.guides[first], guides.guides[first + 1], guides.guides[first + 2],
            guides.guides[first + 3]};
}

ScoreContent scoresReadWith(const ScoreSheet& sheet, const Guides& guides) {
    ScoreContent scores;
    scores.sheet = sheet;
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            if (sheet.at(segment, wall).isBlank()) continue;
            scores.readWith[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)] =
                guidesOf(segment, guides);
        }
    }
    return scores;
}

} // namespace vertescore
