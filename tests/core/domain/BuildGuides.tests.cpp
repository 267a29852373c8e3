// SPDX-License-Identifier: GPL-3.0-or-later
#include "SpineCases.h"

#include "core/guides/BuildGuides.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("guides divide a straight spine where paper and ruler say", "[guides]") {
    const auto guides = buildGuides(straightSpine());
    REQUIRE(guides.isComplete());
    // Bodies are 30 high with gaps of 10: the first gap's middle is at 35, the next at 75; thirds between
    // them.
    CHECK(guides.guides[0]->anterior == PixelPoint{140, 35});
    CHECK(guides.guides[0]->posterior == PixelPoint{100, 35});
    CHECK(guides.guides[1]->anterior.y == Approx(35 + 40.0 / 3));
    CHECK(guides.guides[2]->posterior.y == Approx(35 + 80.0 / 3));
    CHECK(guides.guides[3]->anterior == PixelPoint{140, 75});
    CHECK(guides.guides[12]->anterior == PixelPoint{140, 195});
    CHECK(guides.meanWidth() == Approx(40));
}

TEST_CASE("a missing corner takes only the guides that need it", "[guides]") {
    auto landmarks = straightSpine();
    landmarks.at(Level::L2).at(Corner::InferiorAnterior) = {};
    const auto guides = buildGuides(landmarks);
    for (const std::size_t absent : {4U, 5U, 6U, 7U, 8U})
        CHECK_FALSE(guides.guides[absent]);
    for (const std::size_t present : {0U, 1U, 2U, 3U, 9U, 10U, 11U, 12U})
        CHECK(guides.guides[present]);
    CHECK_FALSE(guides.isComplete());
    CHECK_FALSE(guides.meanWidth());
}

TEST_CASE("guides of a mirrored spine are the mirrored guides", "[guides]") {
    const ScanGeometry geometry{300, 300, std::nullopt};
    const auto guides = buildGuides(straightSpine());
    const auto inMirror = buildGuides(mirrored(straightSpine(), geometry));
    for (std::size_t i = 0; i < kGuideCount; ++i)
        CHECK(inMirror.guides[i]->anterior == geometry.mirrored(guides.guides[i]->anterior));
}
