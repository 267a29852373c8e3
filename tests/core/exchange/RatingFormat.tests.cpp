// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RatingFormat.h"
#include "core/exchange/MarksCsv.h"

#include <catch2/catch.hpp>

#include <random>

using namespace vertescore;

namespace {

ScoreCell randomCell(std::mt19937& random, int highest = kHighestGrade) {
    const auto fate = random() % 8;
    if (fate == 0) return {};
    if (fate == 1) return {std::nullopt, kNotReadableReasons[random() % kNotReadableReasons.size()]};
    return {static_cast<int>(random() % static_cast<unsigned>(highest + 1)), std::nullopt};
}

/// Some answers were measured, some of those typed over.
void measure(ScoreCell& cell, std::mt19937& random) {
    if (cell.isBlank() || random() % 3 == 0) return;
    cell.measured = (1 + static_cast<double>(random() % 1000000)) / 1e6;
    cell.followsMeasured = cell.grade && random() % 2 == 0;
}

/// A study of names that separators, quotes and blanks are in; gaps, reasons, sessions and patients.
RatingTable randomTable(unsigned seed, bool hasMeasures = false) {
    std::mt19937 random(seed);
    const bool hasAac8 = random() % 2 == 0;
    const std::vector<std::string> odd{"a",       "x,y",    "semi;colon", "say \"hi\"", "tab\tbed",  "50%2C",
                                       " blank ", "Ärztin", "a/b",        "c@d",        "two\nlines"};
    const bool hasPatients = random() % 2 == 0;
    RatingTable table;
    for (std::size_t reading = 0; reading < 30; ++reading) {
        const auto image = "I" + std::to_string(random() % 9) + odd[random() % odd.size()];
        RatingKey key{image, "R" + odd[random() % 4], odd[random() % odd.size()],
                      random() % 3 == 0 ? std::string() : std::to_string(1 + random() % 3)};
        Rating rating;
        for (auto& segment : rating.sheet.cells)
            for (auto& cell : segment)
                cell = randomCell(random);
        rating.sheet.at(Segment::L2, Wall::Anterior) = {static_cast<int>(random() % 4), std::nullopt};
        for (auto& wall : rating.sheet.aac8.walls)
            if (hasAac8) wall = randomCell(random, kHighestAac8);
        for (const auto& place : kAnswerPlaces)
            if (hasMeasures) measure(rating.sheet.at(place), random);
        if (hasPatients) rating.patient = "P of " + image;
        const auto added = table.add(key, rating);
        CHECK((added || added.error().code == ErrorCode::DuplicateEntry));
    }
    return table;
}

Error errorOf(RatingFormat format, const std::string& text) {
    const auto found = parseRatings(format, text);
    REQUIRE_FALSE(found);
    return found.error();
}

} // namespace

TEST_CASE("every form of a file reads back to the readings that were written", "[exchange]") {
    const auto format = GENERATE(from_range(kRatingFormats));
    CAPTURE(ratingFormatName(format));
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const bool takesMeasures = format != RatingFormat::Nhanes && format != RatingFormat::Imrmc;
        const auto table = randomTable(seed, takesMeasures && seed % 3 == 0);
        const auto text = writeRatings(format, table, {"A study, of \"many\"", {}, {}, seed % 2 == 0, "Ra"});
        const auto again = parseRatings(format, text);
        if (!again) FAIL(describeError(again.error()));
        CHECK(again->table == table);
        CHECK(text.find("For research use only. Not for diagnosis.") != std::string::npos);
        CHECK((text.find("Synthetic") != std::string::npos) == (seed % 2 == 0));
    }
}

TEST_CASE("a form is known by its name", "[exchange]") {
    for (const auto format : kRatingFormats)
        CHECK(ratingFormatFromName(ratingFormatName(format)) == format);
    CHECK(!ratingFormatFromName("sculpture"));
}

TEST_CASE("without AAC-8 and measures a file has no columns for them", "[exchange][aac8]") {
    RatingTable table;
    Rating rating;
    for (const auto& place : kAnswerPlaces)
        if (!place.isAac8()) rating.sheet.at(place).grade = 1;
    REQUIRE(table.add({"a", "R1", "ivg", ""}, rating));
    for (const auto format : kRatingFormats) {
        const auto text = writeRatings(format, table, {});
        CAPTURE(text);
        for (const char* word : {"AAC8", "AAC-8", "AC8", "measured", "source", "aac8"})
            CHECK(text.find(word) == std::string::npos);
    }
}

TEST_CASE("AAC-8 and measures stand in columns of their own", "[exchange][aac8]") {
    RatingTable table;
    Rating rating;
    for (const auto& place : kAnswerPlaces)
        rating.sheet.at(place).grade = 1;
    rating.sheet.at(Segment::L3, Wall::Anterior) = {1, std::nullopt, 0.25, true};
    rating.sheet.aac8.at(Wall::Anterior) = {4, std::nullopt, 0.333333, false};
    REQUIRE(table.add({"a", "R1", "ivg", ""}, rating));
    CHECK_THAT(writeRatings(RatingFormat::Long, table, {}),
               Catch::Contains("level,wall,score,measured,source,notice\n") &&
                   Catch::Contains("a,R1,ivg,L3,anterior,1,0.25,measured,") &&
                   Catch::Contains("a,R1,ivg,AAC-8,anterior,4,0.333333,typed,"));
    CHECK_THAT(
        writeRatings(RatingFormat::Wide, table, {}),
        Catch::Contains(",L4_posterior,total,AAC8_anterior,AAC8_posterior,AAC8,L1_anterior_not_readable") &&
            Catch::Contains("a,R1,ivg,,,1,1,1,1,1,1,1,1,8,4,1,5,"));
    CHECK_THAT(writeRatings(RatingFormat::Nhanes, table, {}),
               Catch::Contains(",DXXAC8AN,DXXAC8PO,DXXAAC8,AAC8_anterior_not_readable") &&
                   Catch::Contains(",4,1,5,"));
    CHECK_THAT(writeRatings(RatingFormat::Imrmc, table, {}),
               Catch::Contains("R1,a,ivg/AAC-8,5\n") && Catch::Contains("R1,a,ivg/AAC-8-anterior,4\n"));
}

TEST_CASE("wrong AAC-8 and wrong measures are named with their places", "[exchange][aac8]") {
    const std::string header = "image_id,reader,condition,level,wall,score,measured,source\n";
    const auto wrong = [&](const std::string& row) {
        return errorOf(RatingFormat::Long, header + row).detail;
    };
    CHECK_THAT(wrong("a,R1,,AAC-8,anterior,5,,\n"), Catch::Contains("line 2: column 6 (score)"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,4,,\n"), Catch::Contains("'4' is not a grade 0 to 3"));
    CHECK_THAT(wrong("a,R1,,AAC8,anterior,1,,\n"), Catch::Contains("column 4 (level)"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,1,1.2,typed\n"), Catch::Contains("column 7 (measured)"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,1,-0.2,typed\n"), Catch::Contains("'-0.2' is no share"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,1,0.5,guessed\n"), Catch::Contains("column 8 (source)"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,1,,measured\n"), Catch::Contains("nothing was measured"));
    CHECK_THAT(wrong("a,R1,,L1,anterior,,0.5,measured\n"), Catch::Contains("there is no score"));
    CHECK_THAT(wrong("a,R1,,AAC-8,anterior,1,,\na,R1,,AAC-8,anterior,1,,\n"),
               Catch::Contains("line 3") && Catch::Contains("line 2"));
    const std::string cells = R"("cells":{"L1":{"anterior":1},"AAC-8":{"anterior":4,"posterior":1}})";
    const auto json = [&](const std::string& rest) {
        return errorOf(
                   RatingFormat::Json,
                   R"({"format":"vertescore-ratings","version":1,"readings":[{"image":"a","reader":"R1",)" +
                       rest + "}]}")
            .detail;
    };
    CHECK_THAT(json(cells + R"(,"aac8":6)"), Catch::Contains("reading 1: AAC-8 is not the sum"));
    CHECK_THAT(json(R"("cells":{"L1":{"anterior":{"grade":1,"measured":2,"source":"typed"}}})"),
               Catch::Contains("reading 1, L1 anterior"));
    CHECK_THAT(json(R"("cells":{"AAC-8":{"anterior":5}})"), Catch::Contains("0, 1, 2, 3 or 4"));
}

TEST_CASE("a wide file says where it is wrong", "[exchange]") {
    const std::string header =
        "image_id,reader,L1_anterior,L1_posterior,L2_anterior,L2_posterior,L3_anterior,"
        "L3_posterior,L4_anterior,L4_posterior,L1_anterior_not_readable,total\n";
    const auto wrong = [&](const std::string& row) {
        return errorOf(RatingFormat::Wide, header + row).detail;
    };
    CHECK_THAT(wrong("a,R1,1,1,1,4,1,1,1,1,,\n"), Catch::Contains("line 2: column 6 (L2_posterior)"));
    CHECK_THAT(wrong("a,R1,,1,1,1,1,1,1,1,cat,\n"), Catch::Contains("column 11") && Catch::Contains("'cat'"));
    CHECK_THAT(wrong("a,R1,1,1,1,1,1,1,1,1,noise,\n"), Catch::Contains("there is a grade, too"));
    CHECK_THAT(wrong("a,R1,1,1,1,1,1,1,1,1,,9\n"), Catch::Contains("column 12 (total)"));
    CHECK_THAT(wrong("a,R1,1,1,1,1,1,1,1,1,,8\na,R1,1,1,1,1,1,1,1,1,,8\n"),
               Catch::Contains("line 3") && Catch::Contains("line 2"));
    CHECK_THAT(wrong("a,R1,1\n"), Catch::Contains("3 fields"));
    CHECK_THAT(errorOf(RatingFormat::Wide, "image_id,reader\n").detail, Catch::Contains("L1_anterior"));
    CHECK_THAT(errorOf(RatingFormat::Wide, "image_id,reader,L5_anterior\n").detail,
               Catch::Contains("column 3"));
    CHECK(errorOf(RatingFormat::Wide, "").code == ErrorCode::FileEmpty);
}

TEST_CASE("byte order mark, semicolons and Windows line ends are taken in a wide file", "[exchange]") {
    const auto found = parseRatings(
        RatingFormat::Wide, "\xEF\xBB\xBFreader;image_id;L4_anterior;L1_posterior;L2_anterior;L2_posterior;"
                            "L3_anterior;L3_posterior;L1_anterior;L4_posterior\r\nR1;a;3;;0;0;0;0;1;2\r\n");
    REQUIRE(found);
    const auto& sheet = found->table.ratings().begin()->second.sheet;
    CHECK(sheet.at(Segment::L4, Wall::Anterior).grade == 3);
    CHECK(sheet.at(Segment::L1, Wall::Anterior).grade == 1);
    CHECK(sheet.at(Segment::L1, Wall::Posterior).isBlank());
    CHECK(found->places.begin()->second == "line 2");
}

// Codes of the codebook of DXXAAC_H: 0 valid, 1 objects, 3 noise, 4 insufficient area, 5 movement, 6 other.
TEST_CASE("a row of the NHANES file itself is taken, with its codes and points for missing", "[exchange]") {
    const std::string header =
        "SEQN,DXDAACST,DXXAACTV,DXXAL1CC,DXXAL2CC,DXXAL3CC,DXXAL4CC,DXXAL1,DXXAL1AN,DXXAL2,"
        "DXXAL2AN,DXXAL3,DXXAL3AN,DXXAL4,DXXAL4AN,DXXAL4MD,DXXAC8AN,DXXAC8PO,DXXAAC8,DXXAAC24\n";
    const auto found =
        parseRatings(RatingFormat::Nhanes, header + "73557.0,1,0,0,0,0,0,0.0,1.0,0,0,0,0,2,3,0,1,1,2,6\n"
                                                    "73558,2,1,0,0,0,4,1,0,0,0,0,0,.,,.,.,.,.,.\n"
                                                    "73559,5,.,.,.,.,.,.,.,.,.,.,.,.,.,.,.,.,.,.\n");
    if (!found) FAIL(describeError(found.error()));
    REQUIRE(found->table.ratings().size() == 2); // the third was not scanned
    const auto& first = found->table.ratings().at({"73557", "NHANES", "", ""}).sheet;
    CHECK(first.at(Segment::L1, Wall::Anterior).grade == 1);
    CHECK(first.at(Segment::L1, Wall::Posterior).grade == 0);
    CHECK(first.at(Segment::L4, Wall::Anterior).grade == 3);
    CHECK(first.total() == 6);
    const auto& second = found->table.ratings().at({"73558", "NHANES", "", ""}).sheet;
    CHECK(second.at(Segment::L4, Wall::Posterior).notReadable == NotReadableReason::InsufficientArea);
    CHECK(second.at(Segment::L1, Wall::Posterior).grade == 1);
    CHECK_THAT(errorOf(RatingFormat::Nhanes, header + "1,1,0,2,0,0,0,0,0,0,0,0,0,0,0,,,,,\n").detail,
               Catch::Contains("line 2: column 4 (DXXAL1CC)"));
    CHECK_THAT(errorOf(RatingFormat::Nhanes, header + "1,1,0,0,0,0,0,0,0,0,0,0,0,0,7,,,,,\n").detail,
               Catch::Contains("column 15 (DXXAL4AN)"));
}

TEST_CASE("a level is invalid in the NHANES form for the reason of its wall, and then the total is missing",
          "[exchange]") {
    RatingTable table;
    Rating rating;
    for (auto& segment : rating.sheet.cells)
        for (auto& cell : segment)
            cell.grade = 2;
    rating.sheet.at(Segment::L3, Wall::Posterior) = {std::nullopt, NotReadableReason::Motion};
    REQUIRE(table.add({"S1", "R1", "ivg", "1"}, rating));
    const auto text = writeRatings(RatingFormat::Nhanes, table, {});
    CHECK_THAT(text, Catch::Contains("\nS1,2,1,0,0,5,0,2,2,2,2,,2,2,2,,R1,ivg,1,"));
}

TEST_CASE("iMRMC rows carry totals and walls, and the truth of a reference reader", "[exchange]") {
    RatingTable table;
    Rating rating;
    for (auto& segment : rating.sheet.cells)
        for (auto& cell : segment)
            cell.grade = 1;
    REQUIRE(table.add({"S1", "R1", "ivg", ""}, rating));
    REQUIRE(table.add({"S1", "panel", "ivg", ""}, rating));
    RatingExport about;
    about.study = "Study";
    about.referenceReader = "panel";
    const auto text = writeRatings(RatingFormat::Imrmc, table, about);
    CHECK_THAT(text, Catch::Contains("NR: 2\nN0: 0\nN1: 1\nNM: 9\nBEGIN DATA:\n-1,S1,0,1\n"));
    CHECK_THAT(text, Catch::Contains("\nR1,S1,ivg/total,8\nR1,S1,ivg/L1-anterior,1\n"));
}

TEST_CASE("an iMRMC file says where it is wrong", "[exchange]") {
    const auto wrong = [](const std::string& row) {
        return errorOf(RatingFormat::Imrmc, "a study\nNR: 1\nBEGIN DATA:\n" + row).detail;
    };
    CHECK_THAT(wrong("R1,a,ivg/L5-anterior,1\n"),
               Catch::Contains("line 4: column 3") && Catch::Contains("no unit"));
    CHECK_THAT(wrong("R1,a,ivg,1\n"), Catch::Contains("line 4: column 3"));
    CHECK_THAT(wrong("R1,a,ivg/L1-anterior,4\n"), Catch::Contains("line 4: column 4"));
    CHECK_THAT(wrong("R1,a,ivg/L1-anterior,1\nR1,a,ivg/L1-anterior,1\n"), Catch::Contains("line 5"));
    CHECK_THAT(wrong("R1,a,ivg/L1-anterior,1\nR1,a,ivg/total,1\n"), Catch::Contains("line 5: column 4"));
    CHECK_THAT(wrong("R1,a,1\n"), Catch::Contains("3 fields"));
    CHECK_THAT(errorOf(RatingFormat::Imrmc, "a study\n").detail, Catch::Contains("BEGIN DATA:"));
}

TEST_CASE("a JSON file says where it is wrong", "[exchange]") {
    const std::string start = R"({"format":"vertescore-ratings","version":1,"readings":[)";
    const auto wrong = [&](const std::string& reading) {
        return errorOf(RatingFormat::Json, start + reading);
    };
    CHECK_THAT(wrong("{").detail, Catch::Contains("line 1, column"));
    CHECK_THAT(wrong(R"({"image":"a","reader":"R1","cells":{"L1":{"anterior":4}}}]})").detail,
               Catch::Contains("reading 1, L1 anterior"));
    CHECK_THAT(wrong(R"({"image":"a","reader":"R1","cells":{"T12":{}}}]})").detail, Catch::Contains("'T12'"));
    CHECK_THAT(wrong(R"({"image":7}]})").detail, Catch::Contains("'image'"));
    const std::string fine = R"({"image":"a","reader":"R1","cells":{"L1":{"anterior":1}}})";
    CHECK(wrong(fine + "," + fine + "]}").code == ErrorCode::DuplicateEntry);
    CHECK(errorOf(RatingFormat::Json, "[]").code == ErrorCode::FileMalformed);
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    CHECK_THAT(errorOf(RatingFormat::Json, "{\"a\":" + deep + ",\"b\":1,\"c\":2,\"d\":3}").detail,
               Catch::Contains("nests"));
    CHECK(errorOf(RatingFormat::Json, R"({"format":"vertescore-ratings","version":3,"readings":[]})").code ==
          ErrorCode::UnsupportedFormat);
}

TEST_CASE("in no form does a broken file give half of its readings or a crash", "[exchange]") {
    const auto format = GENERATE(from_range(kRatingFormats));
    const auto text = writeRatings(format, randomTable(3), {});
    for (std::size_t length = 0; length < text.size(); length += 97) {
        const auto cut = parseRatings(format, std::string_view(text).substr(0, length));
        if (cut)
            CHECK(cut->places.size() == cut->table.ratings().size());
        else
            CHECK(!cut.error().detail.empty());
    }
}

namespace {

WallStretch stretch(double from, double to) {
    return {{100.1, 20 * from}, {99.7, 20 * to + 1.0 / 3}, from, to};
}

/// Two readings, marked in one.
LocatedRatings twoReadings() {
    LocatedRatings found;
    for (const char* reader : {"R,1", "R2"}) {
        Rating rating;
        for (const auto& place : kAnswerPlaces)
            if (!place.isAac8()) rating.sheet.at(place).grade = 1;
        REQUIRE(found.table.add({"S1", reader, "ivg", "1"}, rating));
    }
    return found;
}

} // namespace

TEST_CASE("marked stretches beside any form, and within JSON, come back to the last bit",
          "[exchange][marks]") {
    const ReadingMarks marks{
        {{"S1", "R,1", "ivg", "1"},
         {WallStretches{stretch(0, 0.1), stretch(1.0 / 3, 4)}, WallStretches{stretch(2, 2.5)}}}};
    auto beside = twoReadings();
    REQUIRE(addMarks(beside, marksToCsv(marks)));
    CHECK(beside.marks == marks);
    RatingExport about;
    about.marks = marks;
    const auto within =
        parseRatings(RatingFormat::Json, writeRatings(RatingFormat::Json, beside.table, about));
    REQUIRE(within);
    CHECK(within->marks == marks);
    CHECK(within->table == beside.table);
    CHECK_THAT(marksToCsv(marks), Catch::Contains("For research use only. Not for diagnosis.") &&
                                      Catch::Contains(",vertescore-marks 1,"));
}

TEST_CASE("JSON of the version before marks is read", "[exchange][marks]") {
    auto text = writeRatings(RatingFormat::Json, twoReadings().table, {});
    const auto at = text.find("\"version\": 2");
    REQUIRE(at != std::string::npos);
    text[at + 11] = '1';
    const auto found = parseRatings(RatingFormat::Json, text);
    REQUIRE(found);
    CHECK(found->table == twoReadings().table);
    CHECK(found->marks.empty());
}

TEST_CASE("what is wrong with a file of marks is told with its line, and nothing of it is taken",
          "[exchange][marks]") {
    const std::string header =
        "image_id,reader,condition,session,wall,from,to,upper_x,upper_y,lower_x,lower_y,format\n";
    const std::string good = "S1,R2,ivg,1,anterior,0,1,5,5,5,9,vertescore-marks 1\n";
    struct Wrong {
        std::string row;
        ErrorCode code;
    };
    for (const Wrong& wrong :
         {Wrong{"S1,R2,ivg,1,middle,0,1,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S1,R2,ivg,1,anterior,1,1,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S1,R2,ivg,1,anterior,0,4.5,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S1,R2,ivg,1,anterior,0,nan,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S1,R2,ivg,1,anterior,0,1,5,,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S2,R2,ivg,1,anterior,0,1,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{"S1,R2,ivg,2,anterior,0,1,5,5,5,9,\n", ErrorCode::FileMalformed},
          Wrong{good, ErrorCode::DuplicateEntry},
          Wrong{"S1,R2,ivg,1,anterior,2,3,5,5,5,9,vertescore-marks 2\n", ErrorCode::UnsupportedFormat}}) {
        CAPTURE(wrong.row);
        auto readings = twoReadings();
        const auto added = addMarks(readings, header + good + wrong.row);
        REQUIRE_FALSE(added);
        CHECK(added.error().code == wrong.code);
        CHECK_THAT(added.error().detail, Catch::StartsWith("line 3"));
        CHECK(readings.marks.empty());
    }
    auto readings = twoReadings();
    REQUIRE(addMarks(readings, header + good));
    CHECK(addMarks(readings, header + good).error().code == ErrorCode::DuplicateEntry);
}

TEST_CASE("a mark in JSON that lies nowhere is told with its reading", "[exchange][marks]") {
    RatingExport about;
    about.marks[{"S1", "R2", "ivg", "1"}][0].push_back(stretch(0, 1));
    const auto text = writeRatings(RatingFormat::Json, twoReadings().table, about);
    const auto replaced = [&](const std::string& from, const std::string& to) {
        auto changed = text;
        REQUIRE(changed.find(from) != std::string::npos);
        return changed.replace(changed.find(from), from.size(), to);
    };
    for (const auto& wrong :
         {replaced("\"to\": 1.0", "\"to\": 9.0"), replaced("\"to\": 1.0", "\"to\": \"a\""),
          replaced("\"upper\"", "\"above\""), replaced("\"anterior\": [\n     {", "\"front\": [\n     {")}) {
        const auto error = errorOf(RatingFormat::Json, wrong);
        CHECK(error.code == ErrorCode::FileMalformed);
        CHECK_THAT(error.detail, Catch::StartsWith("reading "));
    }
}
