// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/DisputedCases.h"

#include <algorithm>

namespace vertescore {

namespace {

void addCell(DisputedCase& found, const Disagreement& cell) {
    ++found.cells;
    std::optional<int> lowest, highest;
    for (const auto& [reader, grade] : cell.grades) {
        if (!grade) {
            found.hasUnreadable = true;
            continue;
        }
        lowest = std::min(lowest.value_or(*grade), *grade);
        highest = std::max(highest.value_or(*grade), *grade);
    }
    if (lowest) found.spread = std::max(found.spread, *highest - *lowest);
}

} // namespace

std::vector<DisputedCase> disputedCases(std::span<const Disagreement> cells) {
    std::vector<DisputedCase> found;
    for (const auto& cell : cells) {
        const ReadingPass pass{cell.arm, cell.session};
        if (found.empty() || found.back().scan != cell.scan || found.back().pass != pass)
            found.push_back(
                {.scan = cell.scan, .code = cell.code, .pass = pass, .isSettled = cell.isSettled});
        addCell(found.back(), cell);
    }
    return found;
}

ScoreSheet agreedCells(std::span<const SubmittedReading> readings) {
    ScoreSheet agreed;
    if (readings.empty()) return agreed;
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            const auto& first = readings.front().sheet.at(segment, wall);
            if (std::all_of(readings.begin(), readings.end(),
                            [&](const auto& reading) { return reading.sheet.at(segment, wall) == first; }))
                agreed.at(segment, wall) = first;
        }
    }
    return agreed;
}

} // namespace vertescore
