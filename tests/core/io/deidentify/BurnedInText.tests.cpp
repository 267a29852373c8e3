// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/BurnedInText.h"
#include "tests/support/PersonsScans.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("rows of letters are found wherever they stand, bright or dark", "[deidentify][text]") {
    const std::uint8_t value = GENERATE(as<std::uint8_t>{}, 255, 0);
    CHECK(findBurnedInText(softPicture(0, 0, 0, value)).empty());
    const auto near = findBurnedInText(softPicture(4, 6, 5, value));
    REQUIRE(near.size() == 1);
    CHECK(near[0].x <= 6);
    CHECK(near[0].y <= 5);
    CHECK(near[0].x + near[0].width >= 6 + 14 * 3 + 10);
    CHECK(near[0].y + near[0].height >= 5 + 14);
    CHECK(near[0].height < 40);
    for (const int letters : {3, 6})
        CHECK(findBurnedInText(softPicture(letters, 20, 110, value)).size() == 1);
    CHECK(findBurnedInText(softPicture(1, 50, 110, value)).empty()); // one mark is a marker, not writing
}

TEST_CASE("letters at the end of a row belong to it even where they touch something bright",
          "[deidentify][text]") {
    DisplayImage picture = softPicture(5, 30, 5, 255);
    for (int y = 0; y < 60; ++y)
        for (int x = 0; x <= 44; ++x) // over to the second
            picture.pixels[static_cast<std::size_t>(y * 120 + x)] = 255;
    const auto areas = findBurnedInText(picture);
    REQUIRE(areas.size() == 1);
    CHECK(areas[0].x <= 30);
    CHECK(areas[0].x + areas[0].width >= 30 + 14 * 4 + 10);
}

TEST_CASE("lines of letters without room between them are found whole", "[deidentify][text]") {
    DisplayImage picture = softPicture(0, 0, 0, 0);
    for (int line = 0; line < 4; ++line)
        for (int i = 0; i < 8; ++i) // more ink than ground in most rows
            drawLetter(picture.pixels, 120, 3 + 11 * i, 5 + 17 * line, 255);
    const auto areas = findBurnedInText(picture);
    std::size_t missed = 0;
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 120; ++x) {
            const bool isInk = picture.pixels[static_cast<std::size_t>(y * 120 + x)] == 255;
            const bool isFound = std::any_of(areas.begin(), areas.end(), [x, y](const PixelArea& area) {
                return x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
            });
            missed += isInk && !isFound ? 1 : 0;
        }
    CHECK(missed == 0);
}

TEST_CASE("letters on a ground that is nearly as bright, or as dark, as they are found",
          "[deidentify][text]") {
    // The ground is 120 to 143 there: less than the 90 away that a wide row tells letters from.
    const std::uint8_t value = GENERATE(as<std::uint8_t>{}, 200, 62);
    const auto areas = findBurnedInText(softPicture(6, 20, 110, value));
    REQUIRE(areas.size() == 1);
    CHECK(areas[0].x <= 20);
    CHECK(areas[0].x + areas[0].width >= 20 + 14 * 5 + 10);
    CHECK(areas[0].y <= 110);
    CHECK(areas[0].y + areas[0].height >= 110 + 14);
    CHECK(areas[0].height < 40);
}

TEST_CASE("noise is no writing", "[deidentify][text]") {
    const unsigned range = GENERATE(60, 100);
    std::mt19937 random(3);
    DisplayImage picture = softPicture(0, 0, 0, 0);
    for (int y = 0; y < 240; y += 3) // grains of the size of strokes
        for (int x = 0; x < 120; x += 2) {
            const auto value = static_cast<std::uint8_t>(60 + random() % range);
            for (const int i : {0, 1, 120, 121, 240, 241})
                picture.pixels[static_cast<std::size_t>(y * 120 + x + i)] = value;
        }
    CHECK(findBurnedInText(picture).empty());
}

TEST_CASE("a picture of nothing has no writing", "[deidentify][text]") {
    CHECK(findBurnedInText({}).empty());
}
