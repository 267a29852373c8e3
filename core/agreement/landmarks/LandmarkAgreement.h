// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "core/agreement/statistics/Correlation.h"
#include "core/landmarks/Landmarks.h"

namespace vertescore {

/// The corners whose guides a reader graded an image with.
struct ReaderLandmarks {
    std::string image;
    std::string reader;
    std::string condition;
    Landmarks landmarks;                 ///< source pixels
    std::optional<PixelSpacing> spacing; ///< of the image; nothing: no millimetres of it
    friend bool operator==(const ReaderLandmarks&, const ReaderLandmarks&) = default;
};

/// Distances between the same point of two readers, sqrt(dx^2 + dy^2), in pixels or millimetres.
struct RadialErrors {
    std::size_t points = 0;
    std::size_t images = 0; ///< with one of these points at least
    Statistic mean;         ///< over the points
    /// Points of one image are not independent: linearised variance of the ratio of sums over images,
    /// se^2 = m / (m - 1) sum (s_i - mean c_i)^2 / (sum c_i)^2 with c_i points that add up to s_i in image i
    /// of m (Cochran 1977, eq. 2.39 without the finite population); mean -+ t_.975(m - 1) se. May begin below
    /// 0.
    Interval meanInterval;
    Statistic median;       ///< mean of the middle two when the points are even
    Statistic percentile95; ///< between order statistics at rank 1 + 0.95 (points - 1)
    Statistic largest;
    friend bool operator==(const RadialErrors&, const RadialErrors&) = default;
};

/// One corner of one level, a corner of all levels, all corners of a level, or all points.
struct LandmarkErrors {
    std::optional<Level> level;
    std::optional<Corner> corner;
    RadialErrors pixels; ///< every point that both readings have a position for, whoever put it there
    RadialErrors millimetres;
    /// Of these the points that both readers placed or confirmed: the others still lie where the network or
    /// an import put them, and an agreement there is no agreement of readers.
    RadialErrors placedPixels;
    RadialErrors placedMillimetres;
    std::size_t missing = 0; ///< places without a position in one reading at least
    friend bool operator==(const LandmarkErrors&, const LandmarkErrors&) = default;
};

/// Over images: how far apart the corners that bound the unit lie (mean over its corners), against the
/// absolute difference of the two scores.
struct DistanceAndScore {
    std::size_t images = 0; ///< in pixels; an image needs all of these corners, and both scores
    Spearman pixels;
    Pearson pixelsPearson; ///< its square: the share of the differences' variance that goes with the distance
    std::size_t imagesMm = 0;
    Spearman millimetres;
    Pearson millimetresPearson;
    friend bool operator==(const DistanceAndScore&, const DistanceAndScore&) = default;
};

/// Two readers of one condition, or all pairs of readers together ("all", no scores).
struct LandmarkAgreement {
    std::string readers;                ///< "R1-R2", "all"
    std::size_t images = 0;             ///< with landmarks of both; of "all": pairs of readings
    std::vector<LandmarkErrors> errors; ///< all points; 6 levels; 4 corners; each corner of each level
    std::vector<std::pair<Unit, DistanceAndScore>> withScores; ///< L1...L4, total
};

/// The pairs of readers of that condition that have an image in common, and with three readers or more all
/// pairs together, clustered by image. Of several landmarks of one reader on one image the first counts.
/// Scores: the first sessions of the table, as elsewhere. Empty without two readers' landmarks. Pure; any
/// thread.
std::vector<LandmarkAgreement> landmarkAgreement(std::span<const ReaderLandmarks> landmarks,
                                                 const RatingTable& table, const std::string& condition);

/// The corners that bound a level's segment: lower ones of the vertebra above, all four, upper ones of the
/// vertebra below (the guides run half-way between); of the total: those of L1...L4.
std::vector<std::pair<Level, Corner>> boundingCorners(const Unit& unit);

} // namespace vertescore
