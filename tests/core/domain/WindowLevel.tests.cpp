// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/WindowLevel.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;

namespace {
constexpr std::pair<double, double> kAnyRange{0, 1};

GreyPipeline windowed(double centre, double width, VoiFunction function) {
    GreyPipeline pipeline;
    pipeline.window = WindowLevel{centre, width, function};
    return pipeline;
}
} // namespace

TEST_CASE("a linear window follows the standard's own example values", "[image]") {
    // PS3.3 C.11.2.1.2.1: c = 2048, w = 4096 maps 0...4095 to the whole output; c = 0, w = 1 is a threshold
    // at -0.5.
    const auto wide = windowed(2048, 4096, VoiFunction::Linear);
    CHECK(voiValue(wide, 0, kAnyRange) == 0);
    CHECK(voiValue(wide, 4095, kAnyRange) == 1);
    CHECK(voiValue(wide, 2047.5, kAnyRange) == Approx(0.5));
    const auto threshold = windowed(0, 1, VoiFunction::Linear);
    CHECK(voiValue(threshold, -1, kAnyRange) == 0);
    CHECK(voiValue(threshold, 0, kAnyRange) == 1);
    const auto two = windowed(0, 2, VoiFunction::Linear);
    CHECK(voiValue(two, -1, kAnyRange) == 0);
    CHECK(voiValue(two, 0, kAnyRange) == 1);
}

TEST_CASE("exact and sigmoid windows follow their formulas", "[image]") {
    const auto exact = windowed(100, 50, VoiFunction::LinearExact);
    CHECK(voiValue(exact, 75, kAnyRange) == 0);
    CHECK(voiValue(exact, 100, kAnyRange) == 0.5);
    CHECK(voiValue(exact, 125, kAnyRange) == 1);
    const auto sigmoid = windowed(100, 50, VoiFunction::Sigmoid);
    CHECK(voiValue(sigmoid, 100, kAnyRange) == 0.5);
    CHECK(voiValue(sigmoid, 125, kAnyRange) == Approx(1 / (1 + std::exp(-2.0))));
}

TEST_CASE("the modality transform comes before the window, the inversion last", "[image]") {
    GreyImage image{2, 1, 0, {10, 20}};
    auto pipeline = windowed(45, 20, VoiFunction::LinearExact);
    pipeline.rescaleSlope = 2;
    pipeline.rescaleIntercept = 10; // 30 and 50: grey -0.25 -> 0 and 0.75
    CHECK(renderDisplay(image, pipeline).pixels == std::vector<std::uint8_t>{0, 191});
    pipeline.inverted = true;
    CHECK(renderDisplay(image, pipeline).pixels == std::vector<std::uint8_t>{255, 64});
}

TEST_CASE("a table clamps at its ends and beats the slope", "[image]") {
    GreyPipeline pipeline;
    pipeline.rescaleSlope = 100;
    pipeline.modalityTable = GreyTable{-2, 16, {5, 6, 7}};
    CHECK(modalityValue(pipeline, -9) == 5);
    CHECK(modalityValue(pipeline, -1) == 6);
    CHECK(modalityValue(pipeline, 3) == 7);
}

TEST_CASE("padding neither sets the range nor shines", "[image]") {
    GreyImage image{3, 1, -32768, {static_cast<std::uint16_t>(32768 - 2000), 32768 + 100, 32768 + 200}};
    GreyPipeline pipeline;
    pipeline.padding = {-2000, -2000};
    CHECK(modalityRange(image, pipeline) == std::pair{100.0, 200.0});
    CHECK(renderDisplay(image, pipeline).pixels == std::vector<std::uint8_t>{0, 0, 255});
    pipeline.inverted = true;
    CHECK(renderDisplay(image, pipeline).pixels == std::vector<std::uint8_t>{0, 255, 0});
}

TEST_CASE("sixteen bits stay sixteen bits", "[image]") {
    GreyImage image{3, 1, 0, {0, 1, 4095}};
    CHECK(renderDisplay16(image, {}) == std::vector<std::uint16_t>{0, 16, 65535});
}

TEST_CASE("a percentile window spans the values between", "[image]") {
    GreyImage image{101, 1, 0, {}};
    for (std::uint16_t i = 0; i <= 100; ++i)
        image.samples.push_back(i);
    const auto window = percentileWindow(image, {}, 5, 95);
    CHECK(window.centre == Approx(50).margin(0.6));
    CHECK(window.width == Approx(90).margin(1.1));
}
