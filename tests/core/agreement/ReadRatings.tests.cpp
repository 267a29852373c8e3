// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/ReadRatings.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

const std::string kHeader = "image_id,reader,condition,level,wall,score\n";

/// The error of a text that must not be readable.
Error errorOf(const std::string& text) {
    const auto table = parseRatingsCsv(text);
    REQUIRE_FALSE(table);
    return table.error();
}

} // namespace

TEST_CASE("a row is one wall; an empty score is not readable, an absent row not read", "[ratingsCsv]") {
    const auto table = parseRatingsCsv(kHeader + "a,R1,ivg,L1,anterior,2\na,R1,ivg,L1,posterior,\n");
    REQUIRE(table);
    REQUIRE(table->ratings().size() == 1);
    const ScoreSheet& sheet = table->ratings().begin()->second.sheet;
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 2);
    CHECK(sheet.at(Segment::L1, Wall::Posterior).notReadable == NotReadableReason::Other);
    CHECK(sheet.at(Segment::L2, Wall::Anterior).isBlank());
}

TEST_CASE("byte order mark, CRLF, quotes, semicolons, column order and blank lines are taken",
          "[ratingsCsv]") {
    const auto plain = parseRatingsCsv(kHeader + "a,\"R, 1\",ivg,L1,anterior,2\n");
    REQUIRE(plain);
    const auto odd = parseRatingsCsv("\xEF\xBB\xBFscore;wall;level;condition;reader;image_id\r\n\r\n"
                                     "2; anterior ;L1;ivg;\"R, 1\";a\r\n");
    REQUIRE(odd);
    CHECK(*odd == *plain);
}

TEST_CASE("patients and sessions are kept", "[ratingsCsv]") {
    const auto table = parseRatingsCsv("image_id,reader,condition,level,wall,score,patient_id,session\n"
                                       "a,R1,ivg,L1,anterior,2,P7,1\na,R1,ivg,L1,anterior,3,P7,2\n");
    REQUIRE(table);
    CHECK(table->patientOf("a") == "P7");
    CHECK(table->sessions("ivg", "R1") == std::vector<std::string>{"1", "2"});
}

TEST_CASE("what cannot be read is told with line and column", "[ratingsCsv]") {
    const Error score = errorOf(kHeader + "a,R1,ivg,L1,anterior,1\na,R1,ivg,L1,posterior,4\n");
    CHECK(score.code == ErrorCode::FileMalformed);
    CHECK_THAT(score.detail,
               Catch::Contains("line 3") && Catch::Contains("column 6") && Catch::Contains("'4'"));
    CHECK_THAT(errorOf(kHeader + "a,R1,ivg,L5,anterior,1\n").detail, Catch::Contains("line 2: column 4"));
    CHECK_THAT(errorOf(kHeader + "a,R1,ivg,L1,left,1\n").detail, Catch::Contains("column 5"));
    CHECK_THAT(errorOf(kHeader + ",R1,ivg,L1,anterior,1\n").detail, Catch::Contains("column 1"));
    CHECK_THAT(errorOf(kHeader + "a,R1,ivg,L1,anterior\n").detail, Catch::Contains("5 fields"));
    CHECK_THAT(errorOf("image_id,reader,level,wall,score\n").detail, Catch::Contains("condition"));
    CHECK_THAT(errorOf("image_id,reader,condition,level,wall,score,sesion\n").detail,
               Catch::Contains("sesion"));
    CHECK_THAT(errorOf(kHeader + "\"a,R1,ivg,L1,anterior,1\n").detail, Catch::Contains("line 2"));
}

TEST_CASE("no grade but 0, 1, 2 and 3 is taken", "[ratingsCsv]") {
    for (const char* score : {"4", "-1", "1.0", "NA", "01", "two"}) {
        CAPTURE(score);
        CHECK(errorOf(kHeader + "a,R1,ivg,L1,anterior," + score + "\n").code == ErrorCode::FileMalformed);
    }
}

TEST_CASE("the same wall twice is refused, even with the same score, and both lines are named",
          "[ratingsCsv]") {
    const Error error =
        errorOf(kHeader + "a,R1,ivg,L1,anterior,1\nb,R1,ivg,L1,anterior,1\na,R1,ivg,L1,anterior,1\n");
    CHECK(error.code == ErrorCode::DuplicateEntry);
    CHECK_THAT(error.detail, Catch::Contains("line 4") && Catch::Contains("line 2"));
}

TEST_CASE("an empty file is no table, a header alone is an empty one", "[ratingsCsv]") {
    CHECK(errorOf("").code == ErrorCode::FileEmpty);
    const auto table = parseRatingsCsv(kHeader);
    REQUIRE(table);
    CHECK(table->isEmpty());
}

TEST_CASE("a file that is not there is told with its path", "[ratingsCsv]") {
    const auto table = readRatingsCsv("no/such/ratings.csv");
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::FileNotFound);
    CHECK(table.error().path.has_value());
}

TEST_CASE("a table reads back from what was written", "[ratingsCsv]") {
    const auto table = parseRatingsCsv("image_id,reader,condition,level,wall,score,patient_id,session\n"
                                       "\"a,1\",\"R \"\"x\"\"\",ivg,L1,anterior,2,P7,1\n"
                                       "b,R1,ivg,L4,posterior,,,1\n");
    REQUIRE(table);
    const auto again = parseRatingsCsv(ratingsToCsv(*table));
    REQUIRE(again);
    CHECK(*again == *table);
}
