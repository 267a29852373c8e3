// SPDX-License-Identifier: GPL-3.0-or-later
// On the straight spine guides lie at y = 35 + 40 k (k = 0 for T12/L1 ... 4 for L4/L5), so that a place is
// along = (y - 35) / 40 and across = (x - 100) / 40; a body is 30 high, a segment 40: 4/3 vertebral heights.
#include "core/scoring/MeasuredGrades.h"
#include "core/guides/BuildGuides.h"
#include "tests/core/domain/SpineCases.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using vertescore::test::straightSpine;

namespace {

const Guides kGuides = buildGuides(straightSpine());
constexpr double kThird = 40.0 / 3; // pixels
constexpr ScoringRules kNhanes{ScoringConvention::Nhanes, true}, kKauppila{ScoringConvention::Kauppila, true};

WallStretch marked(double fromY, double toY, double x = 180) {
    const auto stretch = measuredStretch(kGuides, {x, fromY}, {x, toY});
    REQUIRE(stretch);
    return *stretch;
}

ScoreSheet followed(const WallStretches& stretches, const ScoringRules& rules = kNhanes,
                    const ScoreSheet& before = {}) {
    const auto heights = segmentHeights(straightSpine(), kGuides, std::nullopt);
    REQUIRE(heights);
    return withMeasured(before, Wall::Anterior, stretches, heights, rules);
}

/// A lumbar curve: every level further forward and turned.
Landmarks bentSpine() {
    auto landmarks = straightSpine();
    for (auto& vertebra : landmarks.vertebrae) {
        for (auto& corner : vertebra.corners) {
            const auto old = *corner.position;
            corner.position =
                PixelPoint{old.x + 0.002 * old.y * old.y, old.y + 0.08 * (old.x - 120) * old.y / 100};
        }
    }
    return landmarks;
}

} // namespace

TEST_CASE("a place on the wall is told by the guides above and below it", "[scoring][marks]") {
    const auto place = wallPlace(kGuides, {180, 35 + 40 + 10});
    REQUIRE(place);
    CHECK(place->along == Approx(1.25));
    CHECK(place->across == Approx(2.0));
    CHECK(wallPlace(kGuides, {180, 10})->along == 0);
    CHECK(wallPlace(kGuides, {180, 220})->along == kWallEnd);
    auto incomplete = kGuides;
    incomplete.guides[6].reset();
    CHECK_FALSE(wallPlace(incomplete, {180, 50}));
}

TEST_CASE("on a bent spine the 1/3 and 2/3 guides lie at 1/3 and 2/3, on either side of the picture",
          "[scoring][marks]") {
    const auto right = bentSpine();
    const auto left = mirrored(right, {300, 300, std::nullopt});
    for (const auto& landmarks : {right, left}) {
        const auto guides = buildGuides(landmarks);
        for (std::size_t guide = 0; guide < kGuideCount; ++guide) {
            const auto beyond = between(guides.guides[guide]->posterior, guides.guides[guide]->anterior, 1.8);
            const auto place = wallPlace(guides, beyond);
            CHECK(place->along == Approx(static_cast<double>(guide) / 3).margin(1e-9));
            CHECK(place->across == Approx(1.8));
            const auto back = pixelAt(guides, *place);
            CHECK(distance(back, beyond) < 1e-6);
        }
    }
}

TEST_CASE("a third exactly is grade 1 by NHANES and 2 by Kauppila; two thirds are 3 by both",
          "[scoring][marks]") {
    for (std::size_t segment = 0; segment < kSegmentCount; ++segment) {
        const double top = 35 + 40 * static_cast<double>(segment);
        const auto third = followed({marked(top, top + kThird)});
        const auto atThird = third.at(kSegments[segment], Wall::Anterior);
        CHECK(*atThird.measured == Approx(1.0 / 3));
        CHECK(atThird.grade == 1);
        CHECK(atThird.followsMeasured);
        CHECK(followed({marked(top, top + kThird)}, kKauppila).at(kSegments[segment], Wall::Anterior).grade ==
              2);
        for (const auto& rules : {kNhanes, kKauppila}) {
            const auto two = followed({marked(top + kThird, top + 40)}, rules);
            CHECK(two.at(kSegments[segment], Wall::Anterior).grade == 3);
            const auto less = followed({marked(top + kThird + 0.01, top + 40)}, rules);
            CHECK(less.at(kSegments[segment], Wall::Anterior).grade == 2);
        }
    }
}

TEST_CASE("a stretch over a guide counts in both segments, and nowhere on the other wall",
          "[scoring][marks]") {
    const auto sheet = followed({marked(65, 105)}); // 10 of L1's 40 pixels, 30 of L2's
    CHECK(*sheet.at(Segment::L1, Wall::Anterior).measured == Approx(0.25));
    CHECK(*sheet.at(Segment::L2, Wall::Anterior).measured == Approx(0.75));
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 1);
    CHECK(sheet.at(Segment::L2, Wall::Anterior).grade == 3);
    CHECK(sheet.at(Segment::L3, Wall::Anterior) == ScoreCell{}); // blank is not zero
    CHECK(sheet.at(Segment::L1, Wall::Posterior) == ScoreCell{});
}

TEST_CASE("what is marked twice counts once", "[scoring][marks]") {
    const auto shares = calcifiedShares(std::vector{marked(95, 107), marked(75, 99), marked(80, 85)});
    CHECK(shares[1] == Approx(32.0 / 40));
    CHECK(calcifiedShares(std::vector{marked(75, 115), marked(75, 115)})[1] == 1);
}

TEST_CASE("what lies outside L1 to L4 is not counted", "[scoring][marks]") {
    CHECK_FALSE(measuredStretch(kGuides, {180, 5}, {180, 30}));
    CHECK_FALSE(measuredStretch(kGuides, {180, 198}, {180, 260}));
    const auto shares = calcifiedShares(std::vector{marked(0, 55), marked(185, 300)});
    CHECK(shares[0] == Approx(0.5));
    CHECK(shares[1] == 0);
    CHECK(shares[2] == 0);
    CHECK(shares[3] == Approx(0.25));
}

TEST_CASE("AAC-8 follows from the length of all stretches in vertebral heights", "[scoring][marks][aac8]") {
    // 30 pixels are one vertebral height, wherever they lie.
    CHECK(followed({marked(60, 90)}).aac8.at(Wall::Anterior).grade == 1);
    CHECK(followed({marked(60, 91)}).aac8.at(Wall::Anterior).grade == 2);
    const auto sheet = followed({marked(40, 70), marked(100, 150), marked(160, 171)}); // 30 + 50 + 11 = 91
    CHECK(*sheet.aac8.at(Wall::Anterior).measured == Approx(91.0 / 30));
    CHECK(sheet.aac8.at(Wall::Anterior).grade == 4);
    CHECK(sheet.aac8.at(Wall::Posterior) == ScoreCell{});
    CHECK(followed({marked(60, 90)}, {ScoringConvention::Nhanes, false}).aac8.isBlank());
    // Pixels twice as wide as high change nothing on an upright spine.
    const auto mm =
        segmentHeights(straightSpine(), kGuides, PixelSpacing{1.0, 0.5, SpacingSource::PixelSpacing});
    REQUIRE(mm);
    CHECK((*mm)[2] == Approx(40.0 / 30));
}

TEST_CASE("a typed answer beats the measured one and the measure stays beside it", "[scoring][marks]") {
    ScoreSheet typed;
    typed.at(Segment::L1, Wall::Anterior).grade = 0;
    typed.at(Segment::L2, Wall::Anterior).notReadable = NotReadableReason::Noise;
    const auto sheet = followed({marked(35, 115)}, kNhanes, typed);
    CHECK(sheet.at(Segment::L1, Wall::Anterior) == ScoreCell{0, std::nullopt, 1.0, false});
    CHECK(sheet.at(Segment::L2, Wall::Anterior) ==
          ScoreCell{std::nullopt, NotReadableReason::Noise, 1.0, false});
    const auto erased = followed({}, kNhanes, sheet);
    CHECK(erased.at(Segment::L1, Wall::Anterior) == ScoreCell{0, std::nullopt});
}

TEST_CASE("an answer that follows goes along with every stretch, and blank when the last one goes",
          "[scoring][marks]") {
    auto sheet = followed({marked(35, 40)});
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 1);
    sheet = followed({marked(35, 40), marked(45, 70)}, kNhanes, sheet);
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 3);
    sheet = followed({}, kNhanes, sheet);
    CHECK(sheet == ScoreSheet{});
}

TEST_CASE("wiping takes out the middle of a stretch and leaves its ends where they were",
          "[scoring][marks]") {
    const auto stretch = marked(40, 110);
    const auto rest = withErased({stretch, marked(150, 160)}, kGuides, 1.0, 1.5); // y 75...95
    REQUIRE(rest.size() == 3);
    CHECK(rest[0].upper == stretch.upper);
    CHECK(rest[0].lower.y == Approx(75));
    CHECK(rest[0].lower.x == Approx(180));
    CHECK(rest[1].upper.y == Approx(95));
    CHECK(rest[1].lower == stretch.lower);
    CHECK(rest[1].to == stretch.to);
    CHECK(withErased({stretch}, kGuides, 0, kWallEnd).empty());
}

TEST_CASE("a moved corner moves no stretch; measuring again finds what it covers now", "[scoring][marks]") {
    const auto stretch = marked(75, 95); // half of L2
    auto moved = straightSpine();
    for (auto& vertebra : moved.vertebrae)
        for (auto& corner : vertebra.corners)
            corner.position->y += 10;
    const auto guides = buildGuides(moved);
    const auto again = measuredAgain({stretch}, guides);
    REQUIRE(again);
    REQUIRE(again->size() == 1);
    CHECK(again->front().upper == stretch.upper);
    CHECK(again->front().lower == stretch.lower);
    CHECK(calcifiedShares(*again)[0] == Approx(0.25));
    CHECK(calcifiedShares(*again)[1] == Approx(0.25));
    CHECK(calcifiedShares(std::vector{stretch})[1] == Approx(0.5));
    CHECK_FALSE(measuredAgain({stretch}, Guides{}));
}

TEST_CASE("a stretch is drawn through every guide that it crosses", "[scoring][marks]") {
    const auto path = pathOf(marked(40, 150), kGuides);
    REQUIRE(path.size() == 4);
    CHECK(path[1].y == Approx(75));
    CHECK(path[2].y == Approx(115));
    CHECK(pathOf(marked(40, 150), Guides{}).size() == 2);
}
