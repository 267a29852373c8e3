// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/SimulatedReader.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>

namespace vertescore {

ScoreSheet simulateReading(const SimulatedReader& reader, const ScoreSheet& truth, std::uint64_t scanNumber) {
    RandomStream random(reader.seed, scanNumber, 0);
    ScoreSheet sheet;
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            const double fate = random.uniform();
            auto& cell = sheet.at(segment, wall);
            const int grade = truth.at(segment, wall).grade.value_or(0);
            if (fate < reader.notReadable)
                cell.notReadable = NotReadableReason::Noise;
            else if (fate < reader.notReadable + reader.oneGradeHigher)
                cell.grade = std::min(grade + 1, 3);
            else if (fate < reader.notReadable + reader.oneGradeHigher + reader.oneGradeLower)
                cell.grade = std::max(grade - 1, 0);
            else
                cell.grade = grade;
        }
    }
    return sheet;
}

} // namespace vertescore
