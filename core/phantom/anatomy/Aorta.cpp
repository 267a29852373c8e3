// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/anatomy/Aorta.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

using CellGrades = std::array<std::array<int, kWallCount>, kSegmentCount>;

/// The total of AAC-24 by prevalence.
int drawTotal(RandomStream& random) {
    const double u = random.uniform();
    if (u < 0.64) return 0;
    if (u < 0.78) return 1;
    if (u < 0.94) return random.integer(2, 5);
    const double tail = random.uniform();
    return std::min(24, 6 + static_cast<int>(19 * tail * tail));
}

/// Hands out grade points one by one; a cell that has some gets more.
CellGrades drawGrades(int total, RandomStream& random) {
    constexpr std::array<double, kSegmentCount> kSegmentOdds{0.5, 0.7, 1.0, 1.3};
    constexpr std::array<double, kWallCount> kWallOdds{1.0, 1.2};
    CellGrades grades{};
    for (int point = 0; point < total; ++point) {
        std::array<double, kSegmentCount * kWallCount> weights{};
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const int grade = grades[i / kWallCount][i % kWallCount];
            if (grade < 3)
                weights[i] = kSegmentOdds[i / kWallCount] * kWallOdds[i % kWallCount] * (1 + 0.8 * grade);
            sum += weights[i];
        }
        double u = random.uniform() * sum;
        std::size_t chosen = 0;
        while (chosen + 1 < weights.size() && (u >= weights[chosen] || weights[chosen] == 0))
            u -= weights[chosen++];
        ++grades[chosen / kWallCount][chosen % kWallCount];
    }
    return grades;
}

/// One to three calcified stretches whose lengths add up to a share well inside the grade's range.
void addPlaques(std::vector<PhantomPlaque>& plaques, Segment segment, Wall wall, int grade,
                RandomStream& random) {
    constexpr std::array<double, 4> kLow{0, 0.06, 0.36, 0.69};
    constexpr std::array<double, 4> kHigh{0, 0.31, 0.64, 1.0};
    const double share =
        random.uniform(kLow[static_cast<std::size_t>(grade)], kHigh[static_cast<std::size_t>(grade)]);
    const int count = share > 0.95 ? 1 : random.integer(1, share > 0.2 ? 3 : 2);
    std::array<double, 3> lengths{};
    std::array<double, 4> gaps{};
    double lengthSum = 0;
    double gapSum = 0;
    for (int i = 0; i < count; ++i)
        lengthSum += lengths[static_cast<std::size_t>(i)] = random.uniform(0.4, 1);
    for (int i = 0; i <= count; ++i)
        gapSum += gaps[static_cast<std::size_t>(i)] = random.uniform(0.1, 1);
    double at = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const double from = at + gaps[i] / gapSum * (1 - share);
        at = from + lengths[i] / lengthSum * share;
        plaques.push_back({segment, wall, from, std::min(1.0, at)});
    }
}

void drawWalls(Aorta& aorta, const Spine& spine, RandomStream& random) {
    const double gap = random.normalWithin(0.17, 0.06, 0.03, 0.34);
    const double gapSlope = random.normalWithin(0, 0.03, -0.06, 0.06);
    const double front = std::max(gap + 0.22, random.normalWithin(0.60, 0.10, 0.42, 0.86));
    const double taper = random.uniform(0.0, 0.14); // D lost from T12 to L4
    const bool bulges = random.chance(0.12);
    const double bulgeAt = random.uniform(0.45, 0.85);
    const double bulge = bulges ? random.uniform(0.08, 0.35) : 0.0;
    const double from = spine.bodies[kT12 - 2].place(1, 0).y;
    const double l4 = spine.at(Level::L4).place(1, 1).y;
    const double to = spine.at(Level::L5).place(1, 1.0).y;
    SpineCurve anterior;
    SpineCurve posterior;
    constexpr int kKnots = 10;
    for (int i = 0; i < kKnots; ++i) {
        const double y = from + (to - from) * i / (kKnots - 1);
        const double down = y / l4; // 0 at T12, 1 at the bottom of L4
        const double swell = bulge * std::max(0.0, 1 - std::fabs(down - bulgeAt) / 0.3);
        const double back = std::max(0.02, gap + gapSlope * (down - 0.5) + random.uniform(-0.02, 0.02));
        const double ahead =
            std::max(back + 0.2, front + taper * (0.5 - down) + swell + random.uniform(-0.02, 0.02));
        posterior.push_back(spine.beside(y, back));
        anterior.push_back(spine.beside(y, ahead));
    }
    aorta.anteriorWall = smoothCurve(anterior, 6);
    aorta.posteriorWall = smoothCurve(posterior, 6);
}

/// Positive below the guide between a vertebra and the one under it (both middles of the facing corners).
double belowGuide(const Spine& spine, std::size_t upper, SpinePoint point) {
    const VertebralBody& above = spine.bodies[upper];
    const VertebralBody& below = spine.bodies[upper + 1];
    const SpinePoint front =
        between(above.at(Corner::InferiorAnterior), below.at(Corner::SuperiorAnterior), 0.5);
    const SpinePoint back =
        between(above.at(Corner::InferiorPosterior), below.at(Corner::SuperiorPosterior), 0.5);
    return (front.x - back.x) * (point.y - back.y) - (front.y - back.y) * (point.x - back.x);
}

} // namespace

Aorta makeAorta(const Spine& spine, std::optional<int> minimumTotal, RandomStream& random) {
    Aorta aorta;
    drawWalls(aorta, spine, random);
    int total = drawTotal(random);
    const double beyond = random.uniform();
    if (minimumTotal && total < *minimumTotal) {
        const int least = std::clamp(*minimumTotal, 0, 24);
        total = std::min(24, least + static_cast<int>(beyond * beyond * (25 - least)));
    }
    const CellGrades grades = drawGrades(total, random);
    for (Segment segment : kSegments)
        for (Wall wall : kWalls) {
            const int grade = grades[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
            if (grade > 0) addPlaques(aorta.plaques, segment, wall, grade, random);
        }
    return aorta;
}

SpineCurve wallWithin(const Spine& spine, const Aorta& aorta, Segment segment, Wall wall) {
    const SpineCurve& whole = aorta.wall(wall);
    const std::size_t above = kT12 + static_cast<std::size_t>(segment);
    SpineCurve part;
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
        for (const std::size_t guide : {above, above + 1}) {
            const double a = belowGuide(spine, guide, whole[i]);
            const double b = belowGuide(spine, guide, whole[i + 1]);
            if (a < 0 && b >= 0) part.push_back(between(whole[i], whole[i + 1], a / (a - b)));
        }
        if (belowGuide(spine, above, whole[i + 1]) > 0 && belowGuide(spine, above + 1, whole[i + 1]) < 0)
            part.push_back(whole[i + 1]);
    }
    return part;
}

SpineCurve stretchOf(const SpineCurve& curve, double fromShare, double toShare) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i)
        length += distance(curve[i], curve[i + 1]);
    SpineCurve part;
    double at = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        const double piece = distance(curve[i], curve[i + 1]);
        const double low = std::max(0.0, (fromShare * length - at) / std::max(1e-12, piece));
        const double high = std::min(1.0, (toShare * length - at) / std::max(1e-12, piece));
        at += piece;
        if (low >= high) continue;
        if (part.empty()) part.push_back(between(curve[i], curve[i + 1], low));
        part.push_back(between(curve[i], curve[i + 1], high));
    }
    return part;
}

ScoreSheet gradesOf(const std::vector<PhantomPlaque>& plaques) {
    std::array<std::array<double, kWallCount>, kSegmentCount> shares{};
    for (const PhantomPlaque& plaque : plaques)
        shares[static_cast<std::size_t>(plaque.segment)][static_cast<std::size_t>(plaque.wall)] +=
            plaque.toShare - plaque.fromShare;
    ScoreSheet sheet;
    for (Segment segment : kSegments)
        for (Wall wall : kWalls)
            sheet.at(segment, wall).grade =
                gradeOfShare(shares[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)],
                             ScoringConvention::Nhanes);
    return sheet;
}

} // namespace vertescore
