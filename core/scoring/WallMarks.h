// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guides/Guides.h"
#include "core/scoring/ScoreSheet.h"

#include <span>
#include <vector>

/// Calcified stretches that a reader marks on a wall of the aorta, and how they are measured between the
/// guides. Pure; any thread.
namespace vertescore {

/// A place before the spine as the guides see it.
struct WallPlace {
    /// Down the spine: 0 on the guide T12/L1, 1 on L1/L2, ... 4 on L4/L5, and between two guides the share of
    /// the segment as the 1/3 and 2/3 guides divide it. Above T12/L1 and below L4/L5 it stays 0 and 4.
    double along = 0;
    double across = 0; ///< along the guide: 0 at its posterior point, 1 at its anterior one, beyond it more
    friend bool operator==(const WallPlace&, const WallPlace&) = default;
};
inline constexpr double kWallEnd = static_cast<double>(kSegmentCount); ///< the largest WallPlace::along

/// Nothing unless all guides are there.
std::optional<WallPlace> wallPlace(const Guides& guides, PixelPoint point);
/// Where that is in the scan; the inverse of wallPlace() between the first and the last guide. All guides
/// must be there.
PixelPoint pixelAt(const Guides& guides, WallPlace place);

/// One marked stretch. The two ends are where the calcification was seen, in source pixels: they stay where
/// they are when a corner is moved, as the tissue does. from and to say where they lay between the guides of
/// the landmarks with which they were measured; they change only when somebody measures again.
struct WallStretch {
    PixelPoint upper; ///< source pixels; may lie beyond the guides
    PixelPoint lower;
    double from = 0; ///< WallPlace::along of the ends; from < to
    double to = 0;
    friend bool operator==(const WallStretch&, const WallStretch&) = default;
};
using WallStretches = std::vector<WallStretch>;            ///< of one wall, as they were marked
using MarkedWalls = std::array<WallStretches, kWallCount>; ///< by wall

/// Its ends are finite, and from...to is some of L1...L4.
bool liesOnWall(const WallStretch& stretch);

/// The stretch between two ends, in either order. Nothing when guides are missing, or when nothing of it lies
/// in L1...L4.
std::optional<WallStretch> measuredStretch(const Guides& guides, PixelPoint one, PixelPoint other);
/// The same ends measured with these guides; what lies outside L1...L4 now is left out. Nothing when guides
/// are missing.
std::optional<WallStretches> measuredAgain(const WallStretches& stretches, const Guides& guides);
/// What remains when from...to (WallPlace::along) is wiped out; new ends lie on the line between the old
/// ones.
WallStretches withErased(const WallStretches& stretches, const Guides& guides, double from, double to);

/// A stretch drawn along the wall: its ends, and where it crosses guides. Straight where guides are missing.
std::vector<PixelPoint> pathOf(const WallStretch& stretch, const Guides& guides);

} // namespace vertescore
