// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/ScanGeometry.h"

#include <catch2/catch.hpp>

using namespace vertescore;

TEST_CASE("a point goes to the network frame and back unchanged", "[geometry]") {
    const ScanGeometry geometry{402, 1136, std::nullopt};
    for (const auto side : {AnteriorSide::Left, AnteriorSide::Right}) {
        const PixelPoint point{123.25, 987.75};
        const auto back = geometry.toPixel(geometry.toNetwork(point, side), side);
        CHECK(back.x == Approx(point.x).epsilon(1e-13));
        CHECK(back.y == Approx(point.y).epsilon(1e-13));
    }
}

TEST_CASE("the picture's outer edges meet the network frame's outer edges", "[geometry]") {
    const ScanGeometry geometry{378, 1104, std::nullopt};
    const auto topLeft = geometry.toNetwork({-0.5, -0.5}, AnteriorSide::Right);
    CHECK(topLeft.x == Approx(-0.5));
    CHECK(topLeft.y == Approx(-0.5));
    const auto bottomRight = geometry.toNetwork({377.5, 1103.5}, AnteriorSide::Right);
    CHECK(bottomRight.x == Approx(kNetworkWidth - 0.5));
    CHECK(bottomRight.y == Approx(kNetworkHeight - 0.5));
}

TEST_CASE("anterior always lies to the right in the network frame", "[geometry]") {
    const ScanGeometry geometry{400, 1000, std::nullopt};
    const PixelPoint front{50, 500}, back{150, 500};
    CHECK(geometry.toNetwork(front, AnteriorSide::Left).x > geometry.toNetwork(back, AnteriorSide::Left).x);
    CHECK(geometry.toNetwork(front, AnteriorSide::Right).x < geometry.toNetwork(back, AnteriorSide::Right).x);
}

TEST_CASE("millimetres exist only where the spacing is known, each axis with its own", "[geometry]") {
    ScanGeometry geometry{400, 1000, std::nullopt};
    CHECK_FALSE(geometry.toMm({10, 10}));
    geometry.spacing = PixelSpacing{0.5, 0.25, SpacingSource::ExposedArea};
    CHECK(geometry.toMm({10, 10}) == MmPoint{5, 2.5});
}
