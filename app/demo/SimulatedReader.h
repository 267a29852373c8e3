// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"

#include <cstdint>
#include <string_view>

namespace vertescore {

/// How a made-up reader differs from the truth. Shares are probabilities per cell.
struct SimulatedReader {
    std::string_view name;
    double oneGradeHigher = 0;
    double oneGradeLower = 0;
    double notReadable = 0;
    std::uint64_t seed = 0;
};

/// What such a reader would put down for the scan of that number. Pure: the same on every machine.
ScoreSheet simulateReading(const SimulatedReader& reader, const ScoreSheet& truth, std::uint64_t scanNumber);

} // namespace vertescore
