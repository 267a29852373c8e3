// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DocumentContent.h"

namespace vertescore {

bool operator==(const LandmarkContent& a, const LandmarkContent& b) {
    if (a.landmarks != b.landmarks || a.detection.has_value() != b.detection.has_value()) return false;
    return !a.detection ||
           (a.detection->landmarks == b.detection->landmarks && a.detection->model == b.detection->model);
}

Guides guidesOf(const CellAddress& cell, const Guides& guides) {
    if (cell.isAac8()) return guides;
    Guides ofSegment;
    const std::size_t first = 3 * static_cast<std::size_t>(*cell.segment);
    for (std::size_t guide = first; guide < first + 4; ++guide)
        ofSegment.guides[guide] = guides.guides[guide];
    return ofSegment;
}

ScoreContent scoresReadWith(const ScoreSheet& sheet, const Guides& guides) {
    ScoreContent scores;
    scores.sheet = sheet;
    for (const CellAddress& cell : kAnswerPlaces)
        if (!sheet.at(cell).isBlank()) scores.readWith[indexOf(cell)] = guidesOf(cell, guides);
    return scores;
}

} // namespace vertescore
