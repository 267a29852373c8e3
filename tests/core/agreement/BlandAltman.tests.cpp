// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/BlandAltman.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace vertescore;

namespace {

// Bland & Altman, Lancet 1986;i:307-310: first reading with the Wright and the mini peak flow meter.
const std::vector<double> kWright{494, 395, 516, 434, 476, 557, 413, 442, 650,
                                  433, 417, 656, 267, 478, 178, 423, 427};
const std::vector<double> kMini{512, 430, 520, 428, 500, 600, 364, 380, 658,
                                445, 432, 626, 260, 477, 259, 350, 451};

} // namespace

TEST_CASE("bias -2.1, SD 38.8 and interval -22.0 to 17.8 of Bland & Altman 1986", "[blandAltman]") {
    const BlandAltman ba = blandAltman(kWright, kMini);
    CHECK(*ba.bias == Approx(-2.1).margin(0.05));
    CHECK(*ba.sd == Approx(38.8).margin(0.05));
    CHECK(*ba.biasInterval.low == Approx(-22.0).margin(0.06)); // the paper rounds on the way
    CHECK(*ba.biasInterval.high == Approx(17.8).margin(0.06));
    CHECK(*ba.upper.estimate - *ba.lower.estimate == Approx(2 * kNormalQuantile975 * *ba.sd).epsilon(1e-13));
}

TEST_CASE("limits -54.7 and 22.1 with intervals of Bland & Altman 1999, from its summary", "[blandAltman]") {
    const BlandAltman ba = blandAltman(85, -16.29, 19.61);
    CHECK(*ba.lower.estimate == Approx(-54.7).margin(0.05));
    CHECK(*ba.upper.estimate == Approx(22.1).margin(0.05));
    CHECK(*ba.lower.approximate.low == Approx(-61.9).margin(0.1));
    CHECK(*ba.lower.approximate.high == Approx(-47.5).margin(0.1));
    CHECK(*ba.upper.approximate.low == Approx(14.9).margin(0.1));
    CHECK(*ba.upper.approximate.high == Approx(29.3).margin(0.11));
}

TEST_CASE("exact limits by the noncentral t, as R's qt gives them", "[blandAltman]") {
    // m + s * qt(c(.025, .975), 16, ncp = qnorm(.975) * sqrt(17)) / sqrt(17)
    const BlandAltman ba = blandAltman(kWright, kMini);
    CHECK(*ba.upper.exact.low == Approx(48.8596373).epsilon(1e-7));
    CHECK(*ba.upper.exact.high == Approx(119.9255042).epsilon(1e-7));
    CHECK(*ba.lower.exact.low == Approx(-124.1607983).epsilon(1e-7));
    CHECK(*ba.lower.exact.high == Approx(-53.0949314).epsilon(1e-7));
}

TEST_CASE("swapping the readers turns the sign of the bias and mirrors the limits", "[blandAltman]") {
    const BlandAltman one = blandAltman(kWright, kMini), other = blandAltman(kMini, kWright);
    CHECK(*one.bias == Approx(-*other.bias));
    CHECK(*one.sd == Approx(*other.sd));
    CHECK(*one.lower.estimate == Approx(-*other.upper.estimate));
    CHECK(*one.upper.exact.high == Approx(-*other.lower.exact.low));
}

TEST_CASE("one image has a bias and nothing else, no image has nothing", "[blandAltman]") {
    const BlandAltman one = blandAltman(std::vector<double>{3}, std::vector<double>{1});
    CHECK(*one.bias == 2);
    CHECK(one.sd.reason() == Undefined::TooFewImages);
    CHECK(one.upper.exact.low.reason() == Undefined::TooFewImages);
    CHECK(blandAltman({}, {}).bias.reason() == Undefined::TooFewImages);
}

TEST_CASE("equal differences have limits of agreement without width", "[blandAltman]") {
    const BlandAltman ba = blandAltman(std::vector<double>{0, 1, 2}, std::vector<double>{2, 3, 4});
    CHECK(*ba.sd == 0);
    CHECK(*ba.lower.estimate == -2);
    CHECK(*ba.upper.exact.high == -2);
}
