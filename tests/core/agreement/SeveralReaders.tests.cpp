// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/several/SeveralReaders.h"

#include "tests/core/agreement/Tables.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;
using vertescore::test::kGap;
using vertescore::test::matrixOf;

namespace {

// Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: 12 units, 4 observers. Gwet's Handbook uses
// the same.
ScoreMatrix observers() {
    return matrixOf({{1, 1, kGap, 1},
                     {2, 2, 3, 2},
                     {3, 3, 3, 3},
                     {3, 3, 3, 3},
                     {2, 2, 2, 2},
                     {1, 2, 3, 4},
                     {4, 4, 4, 4},
                     {1, 1, 2, 1},
                     {2, 2, 2, 2},
                     {kGap, 5, 5, 5},
                     {kGap, kGap, 1, 1},
                     {kGap, kGap, 3, kGap}},
                    5, 1);
}

// Fleiss, Psychol Bull 1971;76:378-382, table 1: how many of six psychiatrists gave each of five diagnoses.
ScoreMatrix psychiatrists() {
    const std::vector<std::vector<int>> counts{
        {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
        {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
        {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
        {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
        {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}};
    std::vector<std::vector<int>> rows;
    for (const auto& image : counts) {
        std::vector<int> row;
        for (std::size_t category = 0; category < image.size(); ++category)
            row.insert(row.end(), static_cast<std::size_t>(image[category]), static_cast<int>(category));
        rows.push_back(row);
    }
    return matrixOf(rows, 5);
}

} // namespace

TEST_CASE("Fleiss' kappa of 1971: .430", "[several]") {
    const FleissKappa fleiss = fleissKappa(psychiatrists());
    CHECK(*fleiss.estimate == Approx(0.430).margin(0.0005));
    // irr::kappam.fleiss(diagnoses): z = 17.7
    CHECK(*fleiss.z == Approx(17.7).margin(0.05));
}

TEST_CASE("Krippendorff's alphas of 2011: .743, .815, .849", "[several]") {
    const KrippendorffAlpha alpha = krippendorffAlpha(observers());
    CHECK(*alpha.nominal == Approx(0.743).margin(0.0005));
    CHECK(*alpha.ordinal == Approx(0.815).margin(0.0005));
    CHECK(*alpha.interval == Approx(0.849).margin(0.0005));
}

TEST_CASE("Gwet's AC1 .77544 with SE .14295 and Fleiss .76117, with gaps", "[several]") {
    const GappedCoefficient ac1 = gwetAc1(observers());
    CHECK(*ac1.estimate == Approx(0.77544).margin(5e-6));
    CHECK(*ac1.standardError == Approx(0.14295).margin(5e-6));
    CHECK(*ac1.interval.low == Approx(0.461).margin(0.0005));
    CHECK(*ac1.interval.high > 1); // kept as it is, not clipped
    CHECK(*fleissKappaWithGaps(observers()).estimate == Approx(0.76117).margin(5e-6));
}

TEST_CASE("gaps are counted, not filled", "[several]") {
    const SeveralReaderCounts counts = severalReaderCounts(observers());
    CHECK(counts.rated == 12);
    CHECK(counts.pairable == 11);
    CHECK(counts.complete == 8);
}

TEST_CASE("agreement of several readers is the mean over images, all-equal over complete images",
          "[several]") {
    const SeveralReaderRaw raw =
        severalReaderRaw(matrixOf({{0, 0, 0}, {0, 1, 2}, {3, 3, kGap}, {kGap, 1, kGap}}, 7));
    CHECK(*raw.exactPercent == Approx(100 * (1.0 + 0 + 1) / 3));
    CHECK(*raw.withinOnePercent == Approx(100 * (1.0 + 2.0 / 3 + 1) / 3));
    CHECK(*raw.allEqualPercent == 50);
    CHECK(*raw.allWithinOnePercent == 50);
}

TEST_CASE("Kendall's W is 1 for one order and corrects for ties", "[several]") {
    const KendallW same = kendallW(matrixOf({{0, 1}, {2, 3}, {4, 5}}, 7));
    CHECK(*same.w == Approx(1));
    CHECK(*same.chiSquare == Approx(4));
    CHECK(*same.p == Approx(std::exp(-2.0))); // chi-square tail with 2 degrees of freedom
    const KendallW tied = kendallW(matrixOf({{0, 0}, {0, 0}, {3, 4}}, 7));
    CHECK(*tied.w == Approx(1));
    CHECK(*tied.uncorrected == Approx(0.75));
}

TEST_CASE("when all scores are equal AC1 and AC2 are 1 and the others not defined", "[several]") {
    const ScoreMatrix constant = matrixOf({{0, 0}, {0, 0}, {0, 0}}, 7);
    CHECK(*gwetAc1(constant).estimate == 1);
    CHECK(*gwetAc2(constant).standardError == 0);
    CHECK(fleissKappa(constant).estimate.reason() == Undefined::NoExpectedDisagreement);
    CHECK(fleissKappaWithGaps(constant).estimate.reason() == Undefined::NoExpectedDisagreement);
    CHECK(krippendorffAlpha(constant).ordinal.reason() == Undefined::NoExpectedDisagreement);
    CHECK(kendallW(constant).w.reason() == Undefined::NoExpectedDisagreement);
}

TEST_CASE("fewer than two usable images leave the coefficients without value", "[several]") {
    const ScoreMatrix thin = matrixOf({{0, 1}, {2, kGap}, {kGap, 3}}, 7);
    CHECK(fleissKappa(thin).estimate.reason() == Undefined::TooFewImages);
    CHECK(gwetAc2(thin).estimate.reason() == Undefined::TooFewImages);
    CHECK(krippendorffAlpha(thin).nominal.reason() == Undefined::TooFewImages);
    CHECK(kendallW(thin).p.reason() == Undefined::TooFewImages);
}

TEST_CASE("one reader alone agrees with nobody", "[several]") {
    const ScoreMatrix alone = matrixOf({{0}, {1}, {2}}, 7);
    CHECK(severalReaderRaw(alone).exactPercent.reason() == Undefined::TooFewImages);
    CHECK(severalReaderRaw(alone).allEqualPercent.reason() == Undefined::TooFewImages);
    CHECK(fleissKappa(alone).estimate.reason() == Undefined::TooFewImages);
}

TEST_CASE("the order of the readers does not matter", "[several]") {
    ScoreMatrix turned = observers();
    for (std::size_t image = 0; image < turned.images.size(); ++image)
        std::swap(turned.scores[4 * image], turned.scores[4 * image + 3]);
    CHECK(*krippendorffAlpha(turned).ordinal ==
          Approx(*krippendorffAlpha(observers()).ordinal).epsilon(1e-14));
    CHECK(*gwetAc2(turned).standardError == Approx(*gwetAc2(observers()).standardError).epsilon(1e-13));
}
