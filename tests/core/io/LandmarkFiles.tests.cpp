// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFiles.h"
#include "core/guides/BuildGuides.h"
#include "core/roi/CropRoi.h"
#include "tests/support/builders/Records.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;

ErrorCode refusalOf(const std::function<void(json&)>& change) {
    json object = json::parse(landmarksToJson(mixedRecord(), true));
    change(object);
    const auto record = landmarksFromJson(object.dump());
    REQUIRE_FALSE(record.has_value());
    CHECK_FALSE(record.error().detail.empty());
    return record.error().code;
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
    CHECK(object["vertebrae"][0]["uncertaintyPx"] == json{{"superiorAnterior", 10.0 / 3}});
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

TEST_CASE("without an uncertainty the file says nothing of it, and nothing is read", "[io][landmarks]") {
    const json object = json::parse(landmarksToJson(phantomRecord(1), true));
    for (const json& vertebra : object["vertebrae"])
        CHECK_FALSE(vertebra.contains("uncertaintyPx"));
    const auto record = landmarksFromJson(object.dump());
    REQUIRE(record.has_value());
    CHECK_FALSE(record->landmarks.at(Level::L1).at(Corner::SuperiorAnterior).uncertaintyPx.has_value());
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
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["uncertaintyPx"]["superiorAnterior"] = 0; }) ==
          ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["uncertaintyPx"]["left"] = 2; }) ==
          ErrorCode::LandmarksMalformed);
    CHECK(refusalOf([](json& o) { o["vertebrae"][0]["uncertaintyPx"] = 2; }) ==
          ErrorCode::LandmarksMalformed);
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
