// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"
#include "core/scoring/WallMarks.h"

/// Grades that follow from marked stretches. Pure; any thread.
namespace vertescore {

/// By which rules a study's grades are given.
struct ScoringRules {
    ScoringConvention convention = ScoringConvention::Nhanes;
    bool asksAac8 = false;
    friend bool operator==(const ScoringRules&, const ScoringRules&) = default;
};

/// The length of each segment from guide to guide, in vertebral heights.
using SegmentHeights = std::array<double, kSegmentCount>;

/// Share of each segment's wall that the stretches cover, 0...1: the union of from...to within the segment,
/// so that what is marked twice counts once. What lies outside L1...L4 counts nowhere.
std::array<double, kSegmentCount> calcifiedShares(std::span<const WallStretch> stretches);

/// Distance of neighbouring inter-vertebral guides' anterior points, divided by the mean anterior height of
/// L1...L4 (superior to inferior anterior corner). In millimetres where the spacing is known, else in pixels.
/// Nothing while one of the points is missing.
std::optional<SegmentHeights> segmentHeights(const Landmarks& landmarks, const Guides& guides,
                                             const std::optional<PixelSpacing>& spacing);

/// Sum over the segments of share times height, in vertebral heights.
double aggregateLength(const std::array<double, kSegmentCount>& shares, const SegmentHeights& heights);

/// The sheet when a wall's stretches are these: measured shares (and where the study asks for AAC-8 the
/// length, where heights are known) and the grades that follow from them. A blank answer follows as soon as a
/// stretch touches it; one that follows goes blank when no stretch touches it any more, because blank is not
/// zero; what a person chose stays, beside the new measure.
ScoreSheet withMeasured(ScoreSheet sheet, Wall wall, std::span<const WallStretch> stretches,
                        const std::optional<SegmentHeights>& heights, const ScoringRules& rules);

/// The grade that follows from a measure.
int measuredGrade(double share, const ScoringRules& rules);

} // namespace vertescore
