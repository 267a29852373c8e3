// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Kappa.h"

#include "tests/core/agreement/Tables.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using vertescore::test::sampleOf;
using vertescore::test::swapped;

namespace {

// Fleiss, Cohen & Everitt, Psychol Bull 1969;72:323-327.
const std::vector<std::vector<int>> kDiagnoses{{106, 10, 4}, {22, 28, 10}, {2, 12, 6}};
// SAS/STAT user's guide, PROC FREQ, two dermatologists, 88 patients.
const std::vector<std::vector<int>> kSkinCondition{
    {10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}};

} // namespace

TEST_CASE("kappa of Fleiss, Cohen & Everitt 1969: .429, variance .002885", "[kappa]") {
    const Kappa result = kappa(sampleOf(kDiagnoses), KappaWeights::Unweighted);
    CHECK(*result.estimate == Approx(0.429).margin(0.0005));
    CHECK(*result.standardError * *result.standardError == Approx(0.002885).margin(5e-7));
}

TEST_CASE("weighted kappa of Fleiss, Cohen & Everitt 1969: .507, variance .003248", "[kappa]") {
    const DisagreementWeights weights{{0, 1, 0.5556}, {1, 0, 0.3333}, {0.5556, 0.3333, 0}};
    const Kappa result = kappa(sampleOf(kDiagnoses), weights);
    CHECK(*result.estimate == Approx(0.507).margin(0.0005));
    CHECK(*result.standardError * *result.standardError == Approx(0.003248).margin(5e-7));
}

TEST_CASE("weighted kappa of Cohen 1968: .348, with disagreement weights 0 1 3 6", "[kappa]") {
    const DisagreementWeights weights{{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};
    const auto sample = sampleOf({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    CHECK(*kappa(sample, weights).estimate == Approx(0.348).margin(0.0005));
    CHECK(*kappa(sample, KappaWeights::Unweighted).estimate == Approx(0.492).margin(0.0005));
}

TEST_CASE("kappas of the SAS skin condition example with their standard errors and limits", "[kappa]") {
    const Kappa simple = kappa(sampleOf(kSkinCondition), KappaWeights::Unweighted);
    CHECK(*simple.estimate == Approx(0.3449).margin(5e-5));
    CHECK(*simple.standardError == Approx(0.0724).margin(5e-5));
    CHECK(*simple.wald.low == Approx(0.2030).margin(5e-5));
    CHECK(*simple.wald.high == Approx(0.4868).margin(5e-5));
    const Kappa linear = kappa(sampleOf(kSkinCondition), KappaWeights::Linear);
    CHECK(*linear.estimate == Approx(0.5082).margin(5e-5));
    CHECK(*linear.standardError == Approx(0.0655).margin(5e-5));
    CHECK(*linear.wald.low == Approx(0.3798).margin(5e-5));
    CHECK(*linear.wald.high == Approx(0.6366).margin(5e-5));
}

TEST_CASE("the standard error under kappa = 0 of Fleiss 1981: .076", "[kappa]") {
    const Kappa result = kappa(sampleOf({{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}), KappaWeights::Unweighted);
    CHECK(*result.estimate == Approx(0.68).margin(0.005));
    CHECK(*result.standardErrorNull == Approx(0.076).margin(0.0005));
}

TEST_CASE("swapping the readers leaves every kappa as it is", "[kappa]") {
    const auto sample = sampleOf(kSkinCondition);
    for (const KappaWeights weights : kKappaWeights) {
        const Kappa one = kappa(sample, weights), other = kappa(swapped(sample), weights);
        CHECK(*one.estimate == Approx(*other.estimate).epsilon(1e-13));
        CHECK(*one.standardError == Approx(*other.standardError).epsilon(1e-12));
        CHECK(*one.standardErrorNull == Approx(*other.standardErrorNull).epsilon(1e-12));
    }
}

TEST_CASE("with two categories the three kappas are one", "[kappa]") {
    const auto sample = sampleOf({{20, 5}, {3, 12}});
    const double expected = *kappa(sample, KappaWeights::Unweighted).estimate;
    CHECK(*kappa(sample, KappaWeights::Linear).estimate == Approx(expected).epsilon(1e-14));
    CHECK(*kappa(sample, KappaWeights::Quadratic).estimate == Approx(expected).epsilon(1e-14));
}

TEST_CASE("categories that nobody used do not change kappa, but distances between values count", "[kappa]") {
    const auto narrow = sampleOf({0, 1, 2, 2, 0, 1}, {0, 2, 2, 1, 0, 1}, 3);
    const auto wide = sampleOf({0, 1, 2, 2, 0, 1}, {0, 2, 2, 1, 0, 1}, 25);
    CHECK(*kappa(narrow, KappaWeights::Linear).estimate ==
          Approx(*kappa(wide, KappaWeights::Linear).estimate));
    const auto spread = sampleOf({0, 1, 6, 6, 0, 1}, {0, 6, 6, 1, 0, 1}, 7);
    CHECK(*kappa(narrow, KappaWeights::Linear).estimate !=
          Approx(*kappa(spread, KappaWeights::Linear).estimate));
}

TEST_CASE("kappa is not defined when all scores are equal or fewer than two images are there", "[kappa]") {
    const Kappa same = kappa(sampleOf({2, 2, 2}, {2, 2, 2}, 7), KappaWeights::Linear);
    REQUIRE_FALSE(same.estimate.isDefined());
    CHECK(same.estimate.reason() == Undefined::NoExpectedDisagreement);
    CHECK_FALSE(same.wald.low.isDefined());
    const Kappa single = kappa(sampleOf({2}, {1}, 7), KappaWeights::Linear);
    REQUIRE_FALSE(single.standardError.isDefined());
    CHECK(single.estimate.reason() == Undefined::TooFewImages);
}

TEST_CASE("one constant reader gives kappa 0 with standard error 0", "[kappa]") {
    for (const KappaWeights weights : kKappaWeights) {
        const Kappa result = kappa(sampleOf({0, 0, 0, 0}, {0, 1, 2, 0}, 7), weights);
        CHECK(*result.estimate == Approx(0).margin(1e-15));
        CHECK(*result.standardError == Approx(0).margin(1e-15));
    }
    CHECK(*kappa(sampleOf({0, 0, 0}, {2, 2, 2}, 7), KappaWeights::Quadratic).estimate == 0);
}
