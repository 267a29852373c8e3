// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TruthFile.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

const std::string kHeader = "image_id,reader,condition,level,wall,score\n";

std::string rowsOf(const std::string& code, int grade, const std::string& skipped = {}) {
    std::string rows;
    for (const auto segment : kSegments)
        for (const auto wall : kWalls) {
            const auto level = std::string(segmentName(segment)) + "," + std::string(wallName(wall));
            if (level != skipped) rows += code + ",truth,," + level + "," + std::to_string(grade) + "\n";
        }
    return rows;
}

struct Truths : StudyFixture {
    CoordinatorSession session = coordinator();

    Result<TruthFile> read(const std::string& text) {
        writeBytes(folder / "truth.csv", text);
        return readTruthFile(session, folder / "truth.csv");
    }
};

} // namespace

TEST_CASE("a file of truths says which scans it is of, and which of them had one", "[exchange][truth]") {
    Truths study;
    const auto first = require(study.read(kHeader + rowsOf("S0002", 1)));
    REQUIRE(first.isGood());
    require(study.session.setTruths(first.truths, "experts"));
    const auto file = require(study.read(kHeader + rowsOf("S0003", 2) + rowsOf("S0002", 3)));
    CHECK(file.faults.empty());
    CHECK(file.codes == std::vector<std::string>{"S0002", "S0003"});
    CHECK(file.replaced == 1);
    CHECK(require(study.session.truth(study.scans[2])) == std::nullopt); // reading takes nothing in
    require(study.session.setTruths(file.truths, "experts met"));
    CHECK(require(study.session.truth(study.scans[1]))->total() == 24);
    CHECK(require(study.session.truth(study.scans[2]))->total() == 16);
}

TEST_CASE("every fault of a file of truths is told with line and column, and then it is not good",
          "[exchange][truth]") {
    Truths study;
    // Line 2...9 are S0001; 10 and 12 are wrong, 11 is of no scan, 13 of one that stands there already.
    const auto file = require(study.read(kHeader + rowsOf("S0001", 1) + "S0002,truth,,L1,anterior,7\n" +
                                         "S0009,truth,,L1,anterior,1\n" + "S0002,truth,,L5,anterior,1\n" +
                                         "S0001,other,,L1,anterior,1\n"));
    CHECK_FALSE(file.isGood());
    REQUIRE(file.faults.size() == 4);
    CHECK_THAT(file.faults[0], Catch::StartsWith("line 10") && Catch::Contains("score"));
    CHECK_THAT(file.faults[1], Catch::StartsWith("line 11") && Catch::Contains("S0009"));
    CHECK_THAT(file.faults[2], Catch::StartsWith("line 12") && Catch::Contains("L5"));
    CHECK_THAT(file.faults[3], Catch::StartsWith("line 13") && Catch::Contains("two truths"));
}

TEST_CASE("a scan whose truth lacks a wall is a fault, unless its row is one", "[exchange][truth]") {
    Truths study;
    const auto lacking = require(study.read(kHeader + rowsOf("S0001", 1, "L3,posterior")));
    REQUIRE(lacking.faults.size() == 1);
    CHECK_THAT(lacking.faults.front(), Catch::StartsWith("line 2") && Catch::Contains("some wall"));
    const auto wrong =
        require(study.read(kHeader + rowsOf("S0001", 1, "L3,posterior") + "S0001,truth,,L3,posterior,x\n"));
    REQUIRE(wrong.faults.size() == 1);
    CHECK_THAT(wrong.faults.front(), Catch::StartsWith("line 9"));
}

TEST_CASE("a file without the columns of ratings has one fault", "[exchange][truth]") {
    Truths study;
    const auto file = require(study.read("a,b\n1,2\n3,4\n"));
    REQUIRE(file.faults.size() == 1);
    CHECK_THAT(file.faults.front(), Catch::StartsWith("line 1"));
    CHECK(codeOf(study.read("")) == ErrorCode::FileEmpty);
    CHECK(codeOf(readTruthFile(study.session, study.folder / "none")) == ErrorCode::FileNotFound);
}

TEST_CASE("truths are recorded all or none", "[exchange][truth]") {
    Truths study;
    auto file = require(study.read(kHeader + rowsOf("S0001", 1) + rowsOf("S0002", 2)));
    file.truths[ScanId{99}] = file.truths.begin()->second;
    CHECK(codeOf(study.session.setTruths(file.truths, "experts")) == ErrorCode::InvalidArgument);
    CHECK(require(study.session.truths()).empty());
    file.truths.erase(ScanId{99});
    CHECK(codeOf(study.session.setTruths(file.truths, "")) == ErrorCode::InvalidArgument);
    CHECK(require(study.session.truths()).empty());
}
