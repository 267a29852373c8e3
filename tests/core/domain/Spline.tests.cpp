// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/Spline.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace vertescore;

TEST_CASE("a not-a-knot spline reproduces any cubic exactly", "[geometry]") {
    // A cubic has one third derivative everywhere, so it is its own not-a-knot spline.
    const auto cubic = [](double t) { return 2 - 3 * t + 0.5 * t * t - 0.25 * t * t * t; };
    const std::vector<double> t{-2, -1.5, 0.25, 1, 4, 7};
    std::vector<double> values;
    for (const double x : t)
        values.push_back(cubic(x));
    const auto spline = Spline::through(t, values);
    REQUIRE(spline);
    for (double x = -3; x <= 8; x += 0.37)
        CHECK(spline->at(x) == Approx(cubic(x)).epsilon(1e-12).margin(1e-12));
}

TEST_CASE("a spline passes its points and has no knot at the second and the last but one", "[geometry]") {
    const auto spline = Spline::through({0, 1, 2.5, 4, 6}, {1, 3, 2, 5, 4});
    REQUIRE(spline);
    CHECK(spline->at(0) == Approx(1).epsilon(1e-14));
    CHECK(spline->at(2.5) == Approx(2).epsilon(1e-14));
    CHECK(spline->at(6) == Approx(4).epsilon(1e-14));
    // The two defining conditions, from divided differences of third order on either side of the inner end
    // points.
    const auto third = [&](double from, double h) {
        return (spline->at(from + 3 * h) - 3 * spline->at(from + 2 * h) + 3 * spline->at(from + h) -
                spline->at(from)) /
               (h * h * h);
    };
    CHECK(third(0.1, 0.25) == Approx(third(1.05, 0.4)).epsilon(1e-9));
    CHECK(third(2.6, 0.4) == Approx(third(4.1, 0.5)).epsilon(1e-9));
}

TEST_CASE("a spline refuses what has no unique curve", "[geometry]") {
    CHECK(Spline::through({0, 1, 2}, {0, 1, 2}).error().code == ErrorCode::InvalidArgument);
    CHECK(Spline::through({0, 1, 1, 2}, {0, 1, 2, 3}).error().code == ErrorCode::KnotsNotIncreasing);
    CHECK(Spline::through({0, 2, 1, 3}, {0, 1, 2, 3}).error().code == ErrorCode::KnotsNotIncreasing);
    CHECK(Spline::through({0, 1, 2, 3}, {0, 1, std::numeric_limits<double>::quiet_NaN(), 3}).error().code ==
          ErrorCode::InvalidArgument);
}
