// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/BurnedInText.h"
#include "core/io/PhantomFiles.h"
#include "tests/support/PersonsScans.h"

#include <catch2/catch.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <random>

using namespace vertescore;
using namespace vertescore::test;

namespace {

cv::Mat matOf(DisplayImage& picture) {
    return {picture.height, picture.width, CV_8U, picture.pixels.data()};
}

/// Phantoms as they are shown that nobody wrote or drew upon.
std::vector<DisplayImage> plainPhantoms(std::size_t count) {
    PhantomOptions options;
    options.seed = 77;
    std::vector<DisplayImage> pictures;
    for (std::uint64_t i = 0; pictures.size() < count; ++i) {
        options.domain = i % 2 == 0 ? PhantomDomain::Train : PhantomDomain::Shifted;
        const Phantom phantom = makePhantom(options, i);
        if (phantom.contents.hasOverlay) continue;
        const Scan scan = scanOfPhantom(phantom);
        pictures.push_back(renderDisplay(scan.image, scan.pipeline));
    }
    return pictures;
}

/// A word somewhere on a picture, and how far it is from what lies under it, 0...255.
struct DrawnWord {
    cv::Rect box;
    double contrast = 0;
};

DrawnWord drawWord(DisplayImage& picture, std::mt19937& random, int value) {
    constexpr std::array kWords{"ARENA", "Meier, Anna", "12.03.1951", "MRN 4711", "Smith^John", "F 67y"};
    const std::string word = kWords[random() % kWords.size()];
    const double scale = 0.35 + 0.05 * static_cast<double>(random() % 6);
    const int line = random() % 2 == 0 ? cv::LINE_8 : cv::LINE_AA;
    int below = 0;
    const cv::Size size = cv::getTextSize(word, cv::FONT_HERSHEY_SIMPLEX, scale, 1, &below);
    if (size.width + 4 >= picture.width) return {};
    const auto from = [&random](int room) {
        return 2 + static_cast<int>(random() % static_cast<unsigned>(room));
    };
    const cv::Rect box({from(picture.width - size.width - 3), from(picture.height - size.height - 8)}, size);
    cv::Mat pixels = matOf(picture);
    const double under = cv::mean(pixels(box))[0];
    cv::putText(pixels, word, {box.x, box.y + box.height}, cv::FONT_HERSHEY_SIMPLEX, scale, value, 1, line);
    return {box, std::abs(value - under)};
}

} // namespace

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

TEST_CASE("most words are found on phantoms, and little that is none", "[deidentify][text]") {
    std::mt19937 random(5);
    std::size_t falsePictures = 0;
    std::array<std::size_t, 2> drawn{}, found{}; // faint, strong
    const auto phantoms = plainPhantoms(24);
    for (const DisplayImage& phantom : phantoms) {
        falsePictures += findBurnedInText(phantom).empty() ? 0 : 1;
        for (const int value : {255, 0, 255, 0}) {
            DisplayImage picture = phantom;
            const DrawnWord word = drawWord(picture, random, value);
            if (word.contrast < 50) continue;
            const std::size_t strong = word.contrast >= 125 ? 1 : 0;
            ++drawn[strong];
            const auto areas = findBurnedInText(picture);
            found[strong] += std::any_of(areas.begin(), areas.end(), [&word](const PixelArea& area) {
                return (word.box & cv::Rect(area.x, area.y, area.width, area.height)).area() > 0;
            });
        }
    }
    CAPTURE(drawn, found, falsePictures);
    CHECK(drawn[0] >= 20);
    CHECK(drawn[1] >= 20);
    CHECK(10 * found[0] >= 7 * drawn[0]);
    CHECK(10 * found[1] >= 9 * drawn[1]);
    CHECK(3 * falsePictures <= phantoms.size());
}
