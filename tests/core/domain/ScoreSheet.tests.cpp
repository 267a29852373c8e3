// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/ScoreSheet.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {
ScoreSheet sheetOf(int grade) {
    ScoreSheet sheet;
    for (const auto segment : kSegments)
        for (const auto wall : kWalls)
            sheet.at(segment, wall).grade = grade;
    return sheet;
}
} // namespace

TEST_CASE("sums of a full sheet", "[scoring]") {
    auto sheet = sheetOf(0);
    sheet.at(Segment::L3, Wall::Posterior).grade = 2;
    sheet.at(Segment::L4, Wall::Anterior).grade = 1;
    sheet.at(Segment::L4, Wall::Posterior).grade = 3;
    CHECK(sheet.levelScore(Segment::L1) == 0);
    CHECK(sheet.levelScore(Segment::L4) == 4);
    CHECK(sheet.total() == 6);
    CHECK(sheet.affectedSegments() == 2);
    CHECK(sheet.affectedWalls() == 3);
    CHECK(sheetOf(3).total() == 24);
}

TEST_CASE("blank is not zero: one open cell takes level and total", "[scoring]") {
    auto sheet = sheetOf(1);
    sheet.at(Segment::L2, Wall::Anterior) = {};
    CHECK_FALSE(sheet.isComplete());
    CHECK_FALSE(sheet.levelScore(Segment::L2));
    CHECK(sheet.levelScore(Segment::L1) == 2);
    CHECK_FALSE(sheet.total());
    CHECK_FALSE(sheet.affectedSegments());
    CHECK_FALSE(ScoreSheet{}.total());
}

TEST_CASE("a cell that cannot be read completes the sheet but gives no total", "[scoring]") {
    auto sheet = sheetOf(1);
    sheet.at(Segment::L2, Wall::Anterior) = {std::nullopt, NotReadableReason::Motion};
    CHECK(sheet.isComplete());
    CHECK_FALSE(sheet.total());
}

TEST_CASE("the conventions differ at one third exactly and nowhere else", "[scoring]") {
    using C = ScoringConvention;
    for (const auto convention : {C::Nhanes, C::Kauppila}) {
        CHECK(gradeOfShare(0, convention) == 0);
        CHECK(gradeOfShare(0.001, convention) == 1);
        CHECK(gradeOfShare(0.34, convention) == 2);
        CHECK(gradeOfShare(2.0 / 3, convention) == 3);
        CHECK(gradeOfShare(1, convention) == 3);
    }
    CHECK(gradeOfShare(1.0 / 3, C::Nhanes) == 1);
    CHECK(gradeOfShare(1.0 / 3, C::Kauppila) == 2);
}

TEST_CASE("burden categories begin at 2 and 6 unless a study says otherwise", "[scoring]") {
    CHECK(burdenCategory(1) == BurdenCategory::Low);
    CHECK(burdenCategory(2) == BurdenCategory::Moderate);
    CHECK(burdenCategory(5) == BurdenCategory::Moderate);
    CHECK(burdenCategory(6) == BurdenCategory::High);
    CHECK(burdenCategory(6, {3, 10}) == BurdenCategory::Moderate);
}

TEST_CASE("scoring names read back", "[scoring]") {
    for (const auto segment : kSegments)
        CHECK(segmentFromName(segmentName(segment)) == segment);
    for (const auto wall : kWalls)
        CHECK(wallFromName(wallName(wall)) == wall);
    for (const auto reason : kNotReadableReasons)
        CHECK(notReadableReasonFromName(notReadableReasonName(reason)) == reason);
    CHECK_FALSE(segmentFromName("T12"));
}

TEST_CASE("AAC-8 is the length in vertebral heights: none, up to 1, 2 and 3, and more", "[scoring][aac8]") {
    CHECK(aac8OfLength(0) == 0);
    CHECK(aac8OfLength(0.01) == 1);
    CHECK(aac8OfLength(1) == 1);
    CHECK(aac8OfLength(0.1 + 0.2 + 0.7) == 1); // 1.0000000000000002 as it adds up
    CHECK(aac8OfLength(1.001) == 2);
    CHECK(aac8OfLength(2) == 2);
    CHECK(aac8OfLength(3) == 3);
    CHECK(aac8OfLength(3.001) == 4);
    CHECK(aac8OfLength(5.4) == 4);
}

TEST_CASE("AAC-8 is the sum of its two walls, missing when one is, and no number of affected walls",
          "[scoring][aac8]") {
    auto sheet = sheetOf(1);
    CHECK(sheet.affectedWalls() == 8);
    CHECK(sheet.aac8.isBlank());
    CHECK_FALSE(sheet.aac8.sum());
    sheet.aac8.at(Wall::Anterior).grade = 4;
    CHECK_FALSE(sheet.aac8.sum());
    CHECK_FALSE(sheet.aac8.isComplete());
    sheet.aac8.at(Wall::Posterior).grade = 0;
    CHECK(sheet.aac8.sum() == 4);
    CHECK(sheet.affectedWalls() == 8);
    sheet.aac8.at(Wall::Posterior) = {std::nullopt, NotReadableReason::Object};
    CHECK(sheet.aac8.isComplete());
    CHECK_FALSE(sheet.aac8.sum());
    CHECK(sheet.total() == 8);
}
