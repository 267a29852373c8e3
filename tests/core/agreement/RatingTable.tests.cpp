// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/RatingTable.h"

#include "core/agreement/statistics/PairSample.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

Rating everyWall(int grade) {
    Rating rating;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            rating.sheet.at(segment, wall).grade = grade;
    return rating;
}

RatingKey key(const std::string& image, const std::string& reader, const std::string& session = {}) {
    return {image, reader, "ivg", session};
}

const Unit kL1{Unit::Kind::Level, Segment::L1, Wall::Anterior};
const Unit kL2{Unit::Kind::Level, Segment::L2, Wall::Anterior};
const Unit kTotal{Unit::Kind::Total, Segment::L1, Wall::Anterior};
const Unit kCategory{Unit::Kind::Category, Segment::L1, Wall::Anterior};

} // namespace

TEST_CASE("images and readers are sorted by the bytes of their ids, whatever the order of adding",
          "[ratingTable]") {
    RatingTable table;
    for (const char* image : {"b", "B", "10", "9"})
        for (const char* reader : {"R2", "R1"})
            REQUIRE(table.add(key(image, reader), everyWall(1)));
    const ScoreMatrix matrix = scoreMatrix(table, "ivg", kL1);
    CHECK(matrix.images == std::vector<std::string>{"10", "9", "B", "b"});
    CHECK(matrix.raters == std::vector<std::string>{"R1", "R2"});
    CHECK(matrix.completeImages() == 4);
}

TEST_CASE("units have their declared categories and scores", "[ratingTable]") {
    RatingTable table;
    REQUIRE(table.add(key("a", "R1"), everyWall(3)));
    const auto score = [&](const Unit& unit) { return scoreMatrix(table, "ivg", unit).scores.front(); };
    CHECK(score({Unit::Kind::Wall, Segment::L3, Wall::Posterior}) == 3);
    CHECK(score(kL1) == 6);
    CHECK(score(kTotal) == 24);
    CHECK(score(kCategory) == 2);
    std::vector<int> declared;
    for (const Unit& unit : {wallUnits().front(), kL1, kTotal, kCategory})
        declared.push_back(categoryCount(unit));
    CHECK(declared == std::vector<int>{4, 7, 25, 3});
}

TEST_CASE("a missing wall takes its level and the total, and says whether it was read", "[ratingTable]") {
    RatingTable table;
    Rating notReadable = everyWall(1);
    notReadable.sheet.at(Segment::L1, Wall::Posterior) = {std::nullopt, NotReadableReason::Object};
    Rating notRead = everyWall(1);
    notRead.sheet.at(Segment::L1, Wall::Anterior) = {};
    REQUIRE(table.add(key("a", "R1"), notReadable));
    REQUIRE(table.add(key("a", "R2"), everyWall(1)));
    REQUIRE(table.add(key("b", "R1"), notRead));
    REQUIRE(table.add(key("b", "R2"), everyWall(1)));
    REQUIRE(table.add(key("c", "R2"), everyWall(1)));
    REQUIRE(table.add(key("d", "R1"), everyWall(1)));
    REQUIRE(table.add(key("d", "R2"), everyWall(2)));
    for (const Unit& unit : {kL1, kTotal, kCategory}) {
        const PairSample sample = pairSample(scoreMatrix(table, "ivg", unit), 0, 1);
        CHECK(sample.images == std::vector<std::string>{"d"});
        CHECK(sample.excludedNotReadable == 1);
        CHECK(sample.excludedNotRead == 2);
    }
    CHECK(pairSample(scoreMatrix(table, "ivg", kL2), 0, 1).size() == 3);
}

TEST_CASE("bounds of the categories are those of the study", "[ratingTable]") {
    RatingTable table;
    REQUIRE(table.add(key("a", "R1"), everyWall(1)));
    CHECK(scoreMatrix(table, "ivg", kCategory, {2, 9}).scores.front() == 1);
    CHECK(scoreMatrix(table, "ivg", kCategory, {2, 8}).scores.front() == 2);
}

TEST_CASE("of several sessions the first counts between readers; sessions are compared within one",
          "[ratingTable]") {
    RatingTable table;
    REQUIRE(table.add(key("a", "R1", "2"), everyWall(2)));
    REQUIRE(table.add(key("a", "R1", "1"), everyWall(1)));
    REQUIRE(table.add(key("b", "R1", "2"), everyWall(3)));
    const ScoreMatrix between = scoreMatrix(table, "ivg", kL1);
    CHECK(between.scores == std::vector<std::optional<int>>{2, 6});
    const ScoreMatrix within = sessionMatrix(table, "ivg", "R1", kL1);
    CHECK(within.raters == std::vector<std::string>{"R1:1", "R1:2"});
    CHECK(within.scores == std::vector<std::optional<int>>{2, 4, std::nullopt, 6});
    CHECK(within.gap(1, 0) == ScoreGap::NotRead);
}

TEST_CASE("a reading twice, a grade out of range and two patients of one image are refused",
          "[ratingTable]") {
    RatingTable table;
    REQUIRE(table.add(key("a", "R1"), everyWall(1)));
    CHECK(table.add(key("a", "R1"), everyWall(1)).error().code == ErrorCode::DuplicateEntry);
    CHECK(table.add(key("b", "R1"), everyWall(4)).error().code == ErrorCode::InvalidArgument);
    CHECK(table.add(key("", "R1"), everyWall(1)).error().code == ErrorCode::InvalidArgument);
    Rating other = everyWall(1);
    other.patient = "P2";
    CHECK(table.add(key("a", "R2"), other).error().code == ErrorCode::InvalidArgument);
    CHECK(table.ratings().size() == 1);
}

TEST_CASE("a study's rows become a table; a row without a grade is not readable, not blank",
          "[ratingTable]") {
    const std::vector<WallRating> rows{{"a", "R1", "ivg", Segment::L1, Wall::Anterior, 2, 1},
                                       {"a", "R1", "ivg", Segment::L1, Wall::Posterior, std::nullopt, 1}};
    const auto table = makeRatingTable(rows);
    REQUIRE(table);
    const ScoreSheet& sheet = table->ratings().begin()->second.sheet;
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 2);
    CHECK(sheet.at(Segment::L1, Wall::Posterior).notReadable.has_value());
    CHECK(sheet.at(Segment::L2, Wall::Anterior).isBlank());
    const std::vector<WallRating> twice{rows[0], rows[0]};
    CHECK(makeRatingTable(twice).error().code == ErrorCode::DuplicateEntry);
}
