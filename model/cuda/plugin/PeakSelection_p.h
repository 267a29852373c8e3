// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decode/Heatmap.h"
#include "model/decode/PeakRules.h"

#include <cstdint>
#include <cstring>

namespace vertescore {

inline constexpr int kPeakSlots = static_cast<int>(kMostPeaks);

/// The peaks of one picture, top to bottom; places without a peak name the first cell.
struct FoundPeaks {
    int count = 0;
    int cells[kPeakSlots] = {}; ///< y * width + x
};

struct PeakMap {
    const float* values = nullptr; ///< probabilities in row order
    int width = 0;
    int height = 0;
    double threshold = 0;
    PeakSpacing spacing;
};

/// No two local maxima touch, so there are never more.
inline int mostCandidates(const PeakMap& map) {
    return ((map.width + 1) / 2) * ((map.height + 1) / 2);
}

/// Larger for the stronger of two cells, and of equal ones for the first in reading order. value >= 0.
VERTESCORE_DEVICE_FUNCTION unsigned long long peakKey(float value, int cell) {
    std::uint32_t bits = 0; // of floats >= 0 in the order of their values
    memcpy(&bits, &value, sizeof bits);
    return (static_cast<unsigned long long>(bits) << 32) | (0xFFFFFFFFULL - static_cast<std::uint32_t>(cell));
}
VERTESCORE_DEVICE_FUNCTION int cellOfKey(unsigned long long key) {
    return static_cast<int>(0xFFFFFFFFULL - (key & 0xFFFFFFFFULL));
}

/// What a team shares while it searches.
struct PeakSearch {
    int candidateCount;
    unsigned long long strongest;
    FoundPeaks found;
};

VERTESCORE_DEVICE_FUNCTION void sortCells(FoundPeaks& found) {
    for (int i = 1; i < found.count; ++i)
        for (int k = i; k > 0 && found.cells[k] < found.cells[k - 1]; --k) {
            const int upper = found.cells[k];
            found.cells[k] = found.cells[k - 1];
            found.cells[k - 1] = upper;
        }
}

/// findPeaks by a team of threads. A Team has each(n, f): f(0) ... f(n - 1) in any order, finished on return;
/// once(f): f() by one of them, finished on return; add(place, n) and raise(place, value): atomic, add
/// returns what was there. candidates: scratch for mostCandidates(map).
template <class Team>
VERTESCORE_DEVICE_FUNCTION void selectPeaks(const Team& team, const PeakMap& map, int* candidates,
                                            PeakSearch& search) {
    constexpr int kDropped = -1;
    team.once([&] {
        search.candidateCount = 0;
        search.found = {};
    });
    team.each(map.width * map.height, [&](int cell) {
        if (map.values[cell] >= map.threshold &&
            isLocalMaximum(map.values, map.width, map.height, cell % map.width, cell / map.width))
            candidates[team.add(search.candidateCount, 1)] = cell;
    });
    for (int n = 0; n < kPeakSlots; ++n) {
        team.once([&] { search.strongest = 0; });
        team.each(search.candidateCount, [&](int i) {
            if (candidates[i] != kDropped)
                team.raise(search.strongest, peakKey(map.values[candidates[i]], candidates[i]));
        });
        if (search.strongest == 0) break;
        const int winner = cellOfKey(search.strongest);
        team.once([&] { search.found.cells[search.found.count++] = winner; });
        team.each(search.candidateCount, [&](int i) {
            const int cell = candidates[i];
            if (cell == winner ||
                (cell != kDropped && areTooClose(cell % map.width - winner % map.width,
                                                 cell / map.width - winner / map.width, map.spacing)))
                candidates[i] = kDropped;
        });
    }
    team.once([&] { sortCells(search.found); });
}

} // namespace vertescore
