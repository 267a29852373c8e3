// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/MeasuredGrades.h"

#include <algorithm>
#include <cmath>

namespace vertescore {

namespace {

double length(PixelPoint a, PixelPoint b, const std::optional<PixelSpacing>& spacing) {
    const double x = (b.x - a.x) * (spacing ? spacing->xMm : 1);
    const double y = (b.y - a.y) * (spacing ? spacing->yMm : 1);
    return std::hypot(x, y);
}

constexpr double kStepsInOne = 1e6; // of kMeasuredStep; dividing by it gives the nearest decimal

double rounded(double measured) {
    return std::round(measured * kStepsInOne) / kStepsInOne;
}

/// Covered part of low...high; the spans are sorted by their beginnings.
double coveredWithin(std::span<const std::pair<double, double>> spans, double low, double high) {
    double covered = 0;
    double reached = low;
    for (const auto& [from, to] : spans) {
        const double begin = std::max(from, reached), end = std::min(to, high);
        if (end <= begin) continue;
        covered += end - begin;
        reached = end;
    }
    return covered;
}

/// A new measure of one answer; the grade goes along unless a person chose it.
void follow(ScoreCell& cell, std::optional<double> measured, int grade) {
    if (cell.measured == measured) return;
    const bool follows = cell.isBlank() || cell.followsMeasured;
    cell.measured = measured;
    if (!follows) return;
    cell.grade = measured ? std::optional(grade) : std::nullopt;
    cell.followsMeasured = measured.has_value();
}

std::optional<double> ifAny(double measured) {
    return measured > 0 ? std::optional(measured) : std::nullopt;
}

} // namespace

std::array<double, kSegmentCount> calcifiedShares(std::span<const WallStretch> stretches) {
    std::vector<std::pair<double, double>> spans;
    for (const WallStretch& stretch : stretches)
        spans.emplace_back(stretch.from, stretch.to);
    std::sort(spans.begin(), spans.end());
    std::array<double, kSegmentCount> shares{};
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment) {
        const auto low = static_cast<double>(segment);
        shares[segment] = rounded(coveredWithin(spans, low, low + 1));
    }
    return shares;
}

std::optional<SegmentHeights> segmentHeights(const Landmarks& landmarks, const Guides& guides,
                                             const std::optional<PixelSpacing>& spacing) {
    double sum = 0;
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment) {
        const VertebraLandmarks& vertebra = landmarks.vertebrae[indexOf(Level::L1) + segment];
        const auto& superior = vertebra.at(Corner::SuperiorAnterior).position;
        const auto& inferior = vertebra.at(Corner::InferiorAnterior).position;
        if (!superior || !inferior) return std::nullopt;
        sum += length(*superior, *inferior, spacing);
    }
    const double height = sum / static_cast<double>(kSegmentCount);
    if (!(height > 0)) return std::nullopt;
    SegmentHeights heights{};
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment) {
        const auto& above = guides.guides[3 * segment];
        const auto& below = guides.guides[3 * segment + 3];
        if (!above || !below) return std::nullopt;
        heights[segment] = length(above->anterior, below->anterior, spacing) / height;
    }
    return heights;
}

double aggregateLength(const std::array<double, kSegmentCount>& shares, const SegmentHeights& heights) {
    double sum = 0;
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment)
        sum += shares[segment] * heights[segment];
    return rounded(sum);
}

int measuredGrade(double share, const ScoringRules& rules) {
    return gradeOfShare(share, rules.convention);
}

ScoreSheet withMeasured(ScoreSheet sheet, Wall wall, std::span<const WallStretch> stretches,
                        const std::optional<SegmentHeights>& heights, const ScoringRules& rules) {
    const auto shares = calcifiedShares(stretches);
    for (const Segment segment : kSegments) {
        const double share = shares[static_cast<std::size_t>(segment)];
        follow(sheet.at(segment, wall), ifAny(share), measuredGrade(share, rules));
    }
    if (!rules.asksAac8) return sheet;
    const double total = heights ? aggregateLength(shares, *heights) : 0;
    follow(sheet.aac8.at(wall), ifAny(total), aac8OfLength(total));
    return sheet;
}

} // namespace vertescore
