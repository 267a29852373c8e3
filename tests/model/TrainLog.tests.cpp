// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/ReadTrainLog.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace vertescore;

namespace {

std::string line(int step, double loss, const std::string& more = {}) {
    return R"({"step":)" + std::to_string(step) + R"(,"loss":)" + std::to_string(loss) +
           R"(,"heatmapLoss":0.5,"centreLoss":0.25,"cornerLoss":0.125)" + more + "}\n";
}

std::string measured(const std::string& mean) {
    return R"(,"validation":{"coordinatePx":{"n":8,"mean":)" + mean +
           R"(,"median":2.5},"allRightRate":0.75})";
}

Result<TrainingCurve> readText(const std::string& text) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "log.jsonl") << text;
    return readTrainLog(folder / "log.jsonl");
}

} // namespace

TEST_CASE("a training log gives its losses and what was measured", "[model][training]") {
    const auto curve = readText(line(1, 2) + line(2, 1.5, measured("7.5")));
    REQUIRE(curve);
    REQUIRE(curve->steps.size() == 2);
    CHECK(curve->steps[1].step == 2);
    CHECK(curve->steps[1].loss == 1.5);
    CHECK(curve->steps[1].heatmapLoss == 0.5);
    CHECK(curve->steps[1].centreLoss == 0.25);
    CHECK(curve->steps[1].cornerLoss == 0.125);
    REQUIRE(curve->checks.size() == 1);
    CHECK(curve->checks[0].step == 2);
    CHECK(curve->checks[0].meanPx == 7.5);
    CHECK(curve->checks[0].medianPx == 2.5);
    CHECK(curve->checks[0].allRightRate == 0.75);
}

TEST_CASE("steps that were done again after a stop count as they were done last", "[model][training]") {
    const auto curve = readText(line(1, 4) + line(2, 3) + line(2, 2) + line(3, 1));
    REQUIRE(curve);
    REQUIRE(curve->steps.size() == 3);
    CHECK(curve->steps[1].loss == 2);
}

TEST_CASE("a check that found no vertebra has no error to draw", "[model][training]") {
    const auto curve = readText(line(1, 4, measured("null")));
    REQUIRE(curve);
    CHECK(curve->checks.empty());
}

TEST_CASE("a log whose last line was cut off is read up to it", "[model][training]") {
    const auto curve = readText(line(1, 4) + line(2, 3).substr(0, 20));
    REQUIRE(curve);
    CHECK(curve->steps.size() == 1);
}

TEST_CASE("what is no training log is refused with the line", "[model][training]") {
    const auto curve = readText(line(1, 4) + "no JSON\n" + line(2, 3));
    REQUIRE_FALSE(curve);
    CHECK(curve.error().code == ErrorCode::FileMalformed);
    CHECK(curve.error().detail.find("line 2") != std::string::npos);
    CHECK(readText("").error().code == ErrorCode::FileEmpty);
    CHECK(readTrainLog("/nowhere/log.jsonl").error().code == ErrorCode::FileNotFound);
}

TEST_CASE("a step that is no number of a step is refused, not bent into one", "[model][training]") {
    const std::string number = GENERATE("1.5", "-1", "1e53", "99999999999", "null", "\"1\"", "[1]");
    std::string wrong = line(2, 3);
    wrong.replace(wrong.find("2"), 1, number);
    const auto curve = readText(line(1, 4) + wrong + line(3, 2));
    REQUIRE_FALSE(curve);
    CHECK(curve.error().code == ErrorCode::FileMalformed);
    CHECK(curve.error().detail.find("line 2") != std::string::npos);
}
