// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Correlation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;

namespace {

// Hollander & Wolfe 1973, p. 187: canned tuna, lightness and panel score; tau 0.444.
const std::vector<double> kLightness{44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
const std::vector<double> kPanel{2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
// Bland & Altman 1986: peak flow by two meters; r = .94.
const std::vector<double> kWright{494, 395, 516, 434, 476, 557, 413, 442, 650,
                                  433, 417, 656, 267, 478, 178, 423, 427};
const std::vector<double> kMini{512, 430, 520, 428, 500, 600, 364, 380, 658,
                                445, 432, 626, 260, 477, 259, 350, 451};

} // namespace

TEST_CASE("Kendall's tau of the tuna of Hollander & Wolfe: 26 - 10 of 36 pairs", "[correlation]") {
    CHECK(*kendallTauB(kLightness, kPanel) == Approx(16.0 / 36).epsilon(1e-14));
    CHECK(*spearman(kLightness, kPanel).rho == Approx(0.6).epsilon(1e-13));
}

TEST_CASE("Pearson's r of the peak flow meters of Bland & Altman: .94", "[correlation]") {
    const Pearson result = pearson(kWright, kMini);
    CHECK(*result.r == Approx(0.94).margin(0.005));
    const double half = kNormalQuantile975 / std::sqrt(14.0);
    CHECK(std::atanh(*result.fisher.high) - std::atanh(*result.r) == Approx(half).epsilon(1e-10));
    CHECK(std::atanh(*result.r) - std::atanh(*result.fisher.low) == Approx(half).epsilon(1e-10));
}

TEST_CASE("tied values share the mean of their ranks", "[correlation]") {
    CHECK(midRanks(std::vector<double>{3, 1, 3, 0, 3}) == std::vector<double>{4, 2, 4, 1, 4});
}

TEST_CASE("tau-b corrects for ties in either reader", "[correlation]") {
    // 6 pairs: (1,2) tied in x, (3,4) tied in y; the other 4 are concordant: 4 / sqrt(5 * 5).
    CHECK(*kendallTauB(std::vector<double>{0, 0, 1, 2}, std::vector<double>{0, 1, 2, 2}) ==
          Approx(0.8).epsilon(1e-14));
}

TEST_CASE("Bonett and Wright's interval is wider than Fisher's, the more the higher rho", "[correlation]") {
    const Spearman result = spearman(kWright, kMini);
    CHECK(*result.bonettWright.low < *result.fisher.low);
    CHECK(*result.bonettWright.high > *result.fisher.high);
    CHECK(*result.fieller.low < *result.fisher.low);
}

TEST_CASE("a constant reader has no correlation", "[correlation]") {
    const std::vector<double> constant{1, 1, 1, 1}, other{0, 1, 2, 3};
    CHECK(pearson(constant, other).r.reason() == Undefined::ConstantReader);
    CHECK(spearman(other, constant).rho.reason() == Undefined::ConstantReader);
    CHECK(kendallTauB(constant, other).reason() == Undefined::ConstantReader);
}

TEST_CASE("three images have r but no interval, one image has neither", "[correlation]") {
    const Pearson three = pearson(std::vector<double>{0, 1, 3}, std::vector<double>{0, 2, 2});
    CHECK(three.r.isDefined());
    CHECK(three.fisher.low.reason() == Undefined::TooFewImages);
    CHECK(pearson(std::vector<double>{1}, std::vector<double>{2}).r.reason() == Undefined::TooFewImages);
    CHECK(pearson({}, {}).r.reason() == Undefined::TooFewImages);
}

TEST_CASE("the limits of a perfect correlation are the correlation", "[correlation]") {
    const std::vector<double> x{0, 1, 2, 3, 4}, down{9, 7, 5, 3, 1};
    CHECK(*pearson(x, x).fisher.low == 1);
    CHECK(*spearman(x, down).rho == -1);
    CHECK(*spearman(x, down).bonettWright.high == -1);
}
