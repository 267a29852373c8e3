// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/DisputedCases.h"

#include <algorithm>

namespace vertescore {

namespace {

void addCell(DisputedCase& found, const Disagreement& cell) {
    ++found.cells;
    found.hasAac8 = found.hasAac8 || cell.place.isAac8();
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
    for (const auto& place : kAnswerPlaces) {
        const auto& first = readings.front().sheet.at(place);
        const bool isSame = std::ranges::all_of(readings, [&](const auto& one) {
            const auto& answer = one.sheet.at(place); // how it was found makes no difference
            return answer.grade == first.grade && answer.notReadable == first.notReadable;
        });
        if (isSame) agreed.at(place) = {first.grade, first.notReadable};
    }
    return agreed;
}

} // namespace vertescore
