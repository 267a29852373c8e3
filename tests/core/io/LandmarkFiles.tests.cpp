// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFiles.h"
#include "core/guides/BuildGuides.h"
#include "core/phantom/Phantom.h"
#include "core/roi/CropRoi.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <sstream>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;

LandmarkRecord phantomRecord(std::uint64_t index, AnteriorSide side = AnteriorSide::Right) {
    PhantomOptions options;
    options.seed = 7;
    options.anterior = side;
    const Phantom phantom = makePhantomTruth(options, index);
    return {"scan.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, std::nullopt};
}

LandmarkRecord mixedRecord() {
    LandmarkRecord record = phantomRecord(0);
    record.scanPath = std::filesystem::path(u8"Röntgen/скан.dcm");
    record.model = DetectionModel{"VerteNet", std::string(64, 'a'), "cpu", "bf16"};
    for (const Level level : kLevels) {
        auto& vertebra = record.landmarks.at(level);
        vertebra.confidence = 1.0 / 3;
        for (Landmark& corner : vertebra.corners)
            corner.state = PointState::Predicted;
    }
    record.landmarks.at(Level::L2).at(Corner::InferiorAnterior).state = PointState::Edited;
    record.landmarks.at(Level::L2).at(Corner::InferiorAnterior).locked = true;
    record.landmarks.at(Level::L3).at(Corner::SuperiorPosterior) = {std::nullopt, PointState::NotVisible,
                                                                    false};
    record.landmarks.at(Level::L4).confidence.reset();
    record.landmarks.at(Level::L5) = VertebraLandmarks{};
    record.landmarks.at(Level::L5).missing = MissingReason::BelowThreshold;
    return record;
}

ErrorCode refusalOf(const std::function<void(json&)>& change) {
    json object = json::parse(landmarksToJson(mixedRecord(), true));
    change(object);
    const auto record = landmarksFromJson(object.dump());
    REQUIRE_FALSE(record.has_value());
    CHECK_FALSE(record.error().detail.empty());
    return record.error().code;
}

std::string makeSenseText(const LandmarkRecord& record, const TemporaryFolder& folder) {
    REQUIRE(writeMakeSense(folder / "points.csv", {record}).has_value());
    return readBytes(folder / "points.csv");
}

} // namespace

TEST_CASE("landmarks read back to the last bit, with states, locks and reasons", "[io][landmarks]") {
    const LandmarkRecord record = mixedRecord();
    const auto again = landmarksFromJson(landmarksToJson(record, GENERATE(true, false)));
    REQUIRE(again.has_value());
    CHECK(again->landmarks == record.landmarks);
    CHECK(again->model == record.model);
    CHECK(again->scanPath == record.scanPath);
    CHECK(again->width == record.width);
}

TEST_CASE("landmark JSON has the fields of the contract", "[io][landmarks]") {
    const std::string text = landmarksToJson(mixedRecord(), true);
    CHECK(text.find('\n') == std::string::npos);
    const json object = json::parse(text);
    CHECK(object["frame"] == "source-pixels");
    CHECK(object["anterior"] == "right");
    CHECK(object["vertebrae"].size() == 5);
    CHECK(object["vertebrae"][0]["level"] == "T12");
    CHECK(object["vertebrae"][0]["state"] == "predicted");
    CHECK(object["vertebrae"][0]["corners"]["superiorAnterior"].size() == 2);
    CHECK(object["vertebrae"][2]["state"] == "edited");
    CHECK(object["vertebrae"][4]["confidence"].is_null());
    CHECK_FALSE(object["vertebrae"][3]["corners"].contains("superiorPosterior"));
    CHECK(object["missing"] == json::array({"L5"}));
    CHECK(object["model"]["sha256"] == std::string(64, 'a'));
}

TEST_CASE("a file of the bare contract reads without our additions", "[io][landmarks]") {
    json object = json::parse(landmarksToJson(phantomRecord(1), true));
    for (json& vertebra : object["vertebrae"]) {
        vertebra.erase("states");
        vertebra["state"] = "truth";
    }
    const auto record = landmarksFromJson(object.dump());
    REQUIRE(record.has_value());
    CHECK(record->landmarks.at(Level::L1).at(Corner::SuperiorAnterior).state == PointState::Confirmed);
}

TEST_CASE("malformed landmark files are refused", "[io][landmarks]") {
    CHECK(refusalOf([](json& o) { o["frame"] = "network"; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["anterior"] = "up"; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["scan"]["width"] = -1; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["scan"] = 5; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"] = "none"; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["level"] = "T11"; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["level"] = "L1"; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["confidence"] = 2; }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) {
              o["vertebrae"][0]["corners"]["superiorAnterior"] = {1, 2, 3};
          }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) {
              o["vertebrae"][0]["corners"]["superiorAnterior"] = {1e300, 2};
          }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) {
              o["vertebrae"][0]["corners"]["left"] = {1, 2};
          }) == ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["states"]["superiorAnterior"] = "guessed"; }) ==
          ErrorCode::LandmarksMalformed);
}

TEST_CASE("text that is no JSON is refused however it is broken", "[io][landmarks]") {
    const std::string whole = landmarksToJson(mixedRecord(), true);
    for (std::size_t size = 0; size < whole.size(); size += 11)
        CHECK_FALSE(landmarksFromJson(whole.substr(0, size)).has_value());
    CHECK_FALSE(landmarksFromJson(std::string(200000, '[')).has_value());
    CHECK_FALSE(landmarksFromJson("[]").has_value());
    CHECK_FALSE(landmarksFromJson("null").has_value());
}

TEST_CASE("crop JSON has the thirteen guides, the knots and the curve", "[io][landmarks]") {
    const LandmarkRecord record = phantomRecord(2);
    const Guides guides = buildGuides(record.landmarks);
    const auto roi = cropRoi(guides, {record.width, record.height, std::nullopt}, {}, {});
    REQUIRE(roi.has_value());
    const json object = json::parse(cropToJson("a.dcm", guides, *roi, true));
    CHECK(object["guides"].size() == 13);
    CHECK(object["guides"][0]["name"] == "T12/L1");
    CHECK(object["guides"][0]["kind"] == "inter");
    CHECK(object["guides"][1]["kind"] == "intra");
    CHECK(object["knots"].size() == 13);
    CHECK(object["curve"].size() == 500);
    CHECK(object["curve"][499][1].get<double>() == roi->curve.samples.back().y);
    CHECK(object["segments"].size() == 4);
    CHECK(object["percent"].get<double>() == roi->percent);
    CHECK(object["cause"].empty() == !roi->isCropped);
}

TEST_CASE("make-sense points come back as the same corners, in whatever order they stand",
          "[io][makesense]") {
    const TemporaryFolder folder;
    const auto side = GENERATE(AnteriorSide::Right, AnteriorSide::Left);
    std::mt19937 random(1); // NOLINT: the same order in every run
    for (std::uint64_t index = 0; index < 20; ++index) {
        const LandmarkRecord record = phantomRecord(index, side);
        std::istringstream lines(makeSenseText(record, folder));
        std::vector<std::string> rows;
        for (std::string line; std::getline(lines, line);)
            rows.push_back(line);
        REQUIRE(rows.size() == 24);
        std::shuffle(rows.begin(), rows.end(), random);
        std::string shuffled = "label,x,y,image,width,height\r\n";
        for (const std::string& row : rows)
            shuffled += row + "\r\n";
        writeBytes(folder / "shuffled.csv", shuffled);
        const auto again = readMakeSense(folder / "shuffled.csv");
        REQUIRE(again.has_value());
        REQUIRE(again->size() == 1);
        CAPTURE(index);
        CHECK(again->front().landmarks.anterior == side);
        for (const Level level : kLevels)
            for (const Corner corner : kCorners)
                CHECK(again->front().landmarks.at(level).at(corner).position ==
                      record.landmarks.at(level).at(corner).position);
    }
}

TEST_CASE("several images and names with commas keep apart", "[io][makesense]") {
    const TemporaryFolder folder;
    LandmarkRecord first = phantomRecord(3), second = phantomRecord(4);
    first.scanPath = "a, b.png";
    second.scanPath = std::filesystem::path(u8"ß \"c\".png");
    REQUIRE(writeMakeSense(folder / "points.csv", {first, second}).has_value());
    const auto again = readMakeSense(folder / "points.csv");
    REQUIRE(again.has_value());
    REQUIRE(again->size() == 2);
    CHECK((*again)[0].scanPath == first.scanPath);
    CHECK((*again)[1].scanPath == second.scanPath);
}

TEST_CASE("broken make-sense rows are refused with their line", "[io][makesense]") {
    const TemporaryFolder folder;
    const std::string whole = makeSenseText(phantomRecord(5), folder);
    const auto refusal = [&folder](const std::string& text) {
        writeBytes(folder / "broken.csv", text);
        const auto records = readMakeSense(folder / "broken.csv");
        REQUIRE_FALSE(records.has_value());
        CHECK(records.error().code == ErrorCode::LandmarksMalformed);
        return records.error().detail;
    };
    const std::size_t lastRow = whole.rfind('\n', whole.size() - 2) + 1;
    CHECK(refusal(whole.substr(0, lastRow)).starts_with("line 23:"));      // one point of L5 missing
    CHECK(refusal(whole + whole.substr(lastRow)).starts_with("line 25:")); // one too many
    CHECK(refusal(whole + "L6,1,2,a,3,4\n").starts_with("line 25:"));
    CHECK(refusal("T12,1,2,a\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2x,a,3,4\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2,a,0,4\n").starts_with("line 1:"));
    CHECK(refusal("T12,1,2,a,3,4\nT12,1,2,a,3,5\n").starts_with("line 2:"));
    refusal("");
}

TEST_CASE("a scan without all corners cannot be written as make-sense", "[io][makesense]") {
    const TemporaryFolder folder;
    const auto written = writeMakeSense(folder / "points.csv", {mixedRecord()});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::LandmarksMissing);
    CHECK_FALSE(std::filesystem::exists(folder / "points.csv"));
}
