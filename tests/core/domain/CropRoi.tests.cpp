// SPDX-License-Identifier: GPL-3.0-or-later
#include "SpineCases.h"

#include "core/guides/BuildGuides.h"
#include "core/roi/CropRoi.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace vertescore;
using namespace vertescore::test;

namespace {

const BlackMask kNoMask;

/// Everything at grey, with dark columns x < columns.
DisplayImage fieldWithDarkColumns(int columns, std::uint8_t grey, std::uint8_t dark) {
    DisplayImage image{300, 300, std::vector<std::uint8_t>(300 * 300, grey)};
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < columns; ++x)
            image.pixels[static_cast<std::size_t>(y * 300 + x)] = dark;
    return image;
}

} // namespace

TEST_CASE("the curve of a straight spine is a straight line at factor x (1 + width)", "[roi]") {
    const auto curve = buildRoiCurve(buildGuides(straightSpine()), 1.5);
    REQUIRE(curve);
    CHECK(curve->distance == Approx(1.5 * 41));
    REQUIRE(curve->samples.size() == kCurveSamples);
    for (const auto& sample : curve->samples)
        CHECK(sample.x == Approx(140 + 61.5).epsilon(1e-12));
    CHECK(curve->samples.front().y == Approx(35));
    CHECK(curve->samples.back().y == Approx(195));
}

TEST_CASE("a curve within the picture is not cropped, one beyond it is wholly cropped", "[roi]") {
    const auto guides = buildGuides(straightSpine());
    // The line runs at x = 140 + 41 = 181; the last pixel centre of a picture 182 wide lies exactly there.
    const auto inside = cropRoi(guides, {182, 300, std::nullopt}, kNoMask, {});
    REQUIRE(inside);
    CHECK_FALSE(inside->isCropped);
    CHECK(inside->percent == 0);
    const auto outside = cropRoi(guides, {181, 300, std::nullopt}, kNoMask, {});
    REQUIRE(outside);
    CHECK(outside->isCropped);
    CHECK(outside->percent == 100);
    REQUIRE(outside->ranges.size() == 1);
    CHECK(outside->ranges.front().cause == CropCause::Border);
}

TEST_CASE("a picture that ends within L4 crops the samples below", "[roi]") {
    const auto roi = cropRoi(buildGuides(straightSpine()), {300, 176, std::nullopt}, kNoMask, {});
    REQUIRE(roi);
    // y runs 35...195 in 499 steps; the last row is 175, so 140 of 160 pixels are inside: sample 436 lies at
    // 174.8.
    CHECK(roi->percent == Approx(100.0 * (500 - 437) / 500));
    CHECK(roi->segmentPercent[0] == 0);
    CHECK(roi->segmentPercent[2] == 0);
    CHECK(roi->segmentPercent[3] > 45);
    CHECK(roi->ranges.front().yTo == Approx(195));
}

TEST_CASE("samples in a black region have that cause", "[roi]") {
    BlackMask mask{300, 300, std::vector<std::uint8_t>(300 * 300, 0)};
    for (int y = 0; y < 75; ++y)
        for (int x = 170; x < 300; ++x)
            mask.pixels[static_cast<std::size_t>(y * 300 + x)] = 1;
    const auto roi = cropRoi(buildGuides(straightSpine()), {300, 300, std::nullopt}, mask, {});
    REQUIRE(roi);
    REQUIRE(roi->ranges.size() == 1);
    CHECK(roi->ranges.front().cause == CropCause::BlackRegion);
    CHECK(roi->segmentPercent[0] > 95);
    CHECK(roi->segmentPercent[1] == 0);
}

TEST_CASE("few samples outside may be allowed", "[roi]") {
    CropOptions options;
    options.minimumOutside = 501;
    const auto roi = cropRoi(buildGuides(straightSpine()), {181, 300, std::nullopt}, kNoMask, options);
    REQUIRE(roi);
    CHECK_FALSE(roi->isCropped);
    CHECK(roi->percent == 100);
}

TEST_CASE("a curve that cannot be drawn says why", "[roi]") {
    auto landmarks = straightSpine();
    landmarks.at(Level::L5) = {};
    CHECK(buildRoiCurve(buildGuides(landmarks), 1.0).error().code == ErrorCode::LandmarksMissing);
    CHECK(buildRoiCurve(buildGuides(straightSpine()), 0.0).error().code == ErrorCode::InvalidArgument);
    landmarks = straightSpine();
    std::swap(landmarks.at(Level::T12), landmarks.at(Level::L5));
    CHECK(buildRoiCurve(buildGuides(landmarks), 1.0).error().code == ErrorCode::KnotsNotIncreasing);
}

TEST_CASE("guides, curve and crop share equal NumPy's and SciPy's on sixty spines", "[roi]") {
    const auto path = sharedTestData("guides/spines.json");
    if (!path) VERTESCORE_SKIP("shared guides data are not beside the checkout");
    std::ifstream in(*path);
    const auto document = nlohmann::json::parse(in);
    REQUIRE(document["cases"].size() == 60);
    for (const auto& spine : document["cases"]) {
        const auto point = [](const nlohmann::json& xy) { return PixelPoint{xy[0], xy[1]}; };
        const auto near = [&](PixelPoint a, const nlohmann::json& b) {
            return distance(a, point(b)) <= 1e-9 * spine["height"].get<double>();
        };
        Landmarks landmarks;
        landmarks.anterior = *anteriorSideFromName(spine["anterior"].get<std::string>());
        for (const auto& [level, corners] : spine["corners"].items())
            for (const auto& [corner, xy] : corners.items())
                landmarks.at(*levelFromName(level)).at(*cornerFromName(corner)) = {point(xy),
                                                                                   PointState::Confirmed};
        const auto& expected = spine["expected"];
        const auto guides = buildGuides(landmarks);
        REQUIRE(guides.isComplete());
        for (std::size_t i = 0; i < kGuideCount; ++i) {
            CHECK(expected["guides"][i]["name"] == std::string(kGuideNames[i]));
            CHECK(near(guides.guides[i]->anterior, expected["guides"][i]["anterior"]));
            CHECK(near(guides.guides[i]->posterior, expected["guides"][i]["posterior"]));
        }
        const auto roi = cropRoi(guides, {spine["width"], spine["height"], std::nullopt}, kNoMask,
                                 {spine["factor"].get<double>(), 1});
        if (expected.contains("error")) {
            CHECK(roi.error().code == ErrorCode::KnotsNotIncreasing);
            continue;
        }
        REQUIRE(roi);
        CHECK(roi->curve.meanWidth == Approx(expected["meanWidth"].get<double>()).epsilon(1e-12));
        CHECK(roi->curve.distance == Approx(expected["d"].get<double>()).epsilon(1e-12));
        for (std::size_t i = 0; i < kGuideCount; ++i)
            CHECK(near(roi->curve.knots[i], expected["knots"][i]));
        for (std::size_t i = 0; i < 20; ++i)
            CHECK(near(roi->curve.samples[25 * i], expected["curveEvery25"][i]));
        CHECK(roi->percent == Approx(expected["percent"].get<double>()));
        CHECK(roi->isCropped == expected["cropped"].get<bool>());
    }
}

TEST_CASE("unscanned columns are found, also under JPEG noise", "[roi]") {
    auto image = fieldWithDarkColumns(60, 130, 0);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        if (image.pixels[i] == 0) image.pixels[i] = static_cast<std::uint8_t>((i * 7919) % 12);
    const auto mask = blackPixelRegions(image);
    REQUIRE_FALSE(mask.isEmpty());
    CHECK(mask.at({10, 150}));
    CHECK(mask.at({57, 20}));
    CHECK_FALSE(mask.at({64, 150}));
}

TEST_CASE("tissue that fades into black is no unscanned region", "[roi]") {
    auto image = fieldWithDarkColumns(60, 130, 0);
    for (int y = 0; y < 300; ++y)
        for (int x = 60; x < 100; ++x)
            image.pixels[static_cast<std::size_t>(y * 300 + x)] = static_cast<std::uint8_t>(3 * (x - 60));
    CHECK(blackPixelRegions(image).isEmpty());
}

TEST_CASE("a dark spot inside the field is no unscanned region", "[roi]") {
    auto image = fieldWithDarkColumns(0, 130, 0);
    for (int y = 100; y < 160; ++y)
        for (int x = 100; x < 160; ++x)
            image.pixels[static_cast<std::size_t>(y * 300 + x)] = 0;
    CHECK(blackPixelRegions(image).isEmpty());
}
