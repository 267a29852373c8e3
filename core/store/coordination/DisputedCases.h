// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/coordination/Panel.h"

#include <span>

namespace vertescore {

/// A scan that readers of one arm and session see differently.
struct DisputedCase {
    ScanId scan{};
    std::string code;
    ReadingPass pass;
    std::size_t cells = 0;      ///< in which they differ; a wall of AAC-8 is one
    bool hasAac8 = false;       ///< AAC-8 is among them
    int spread = 0;             ///< the largest distance between two grades of a cell
    bool hasUnreadable = false; ///< some cell is graded by some and not readable for others
    bool isSettled = false;
    friend bool operator==(const DisputedCase&, const DisputedCase&) = default;
};

/// The cells of CoordinatorSession::disagreements(), scan by scan, in their order.
std::vector<DisputedCase> disputedCases(std::span<const Disagreement> cells);

/// What all readings of a scan say alike, AAC-8 included; the other answers are blank, as all are without any
/// reading.
ScoreSheet agreedCells(std::span<const SubmittedReading> readings);

} // namespace vertescore
