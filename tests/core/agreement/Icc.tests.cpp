// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/MeasurementError.h"

#include <catch2/catch.hpp>

#include <cmath>

#include <vector>

using namespace vertescore;

namespace {

// Shrout & Fleiss, Psychol Bull 1979;86:420-428, table 2: six targets, four judges.
const std::vector<double> kJudges{9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};

} // namespace

TEST_CASE("the six ICCs and mean squares of Shrout & Fleiss 1979", "[icc]") {
    const Icc icc = intraclassCorrelation(kJudges, 4);
    CHECK(*icc.betweenImages == Approx(11.24).margin(0.005));
    CHECK(*icc.withinImages == Approx(6.26).margin(0.005));
    CHECK(*icc.betweenRaters == Approx(32.49).margin(0.005));
    CHECK(*icc.residual == Approx(1.02).margin(0.005));
    CHECK(*icc.icc11.estimate == Approx(0.17).margin(0.005));
    CHECK(*icc.icc21.estimate == Approx(0.29).margin(0.005));
    CHECK(*icc.icc31.estimate == Approx(0.71).margin(0.005));
    CHECK(*icc.icc1k.estimate == Approx(0.44).margin(0.005));
    CHECK(*icc.icc2k.estimate == Approx(0.62).margin(0.005));
    CHECK(*icc.icc3k.estimate == Approx(0.91).margin(0.005));
}

TEST_CASE("the limits for Shrout & Fleiss as R's psych 2.2.9 gives them", "[icc]") {
    // psych::ICC(sf)$results[, c("lower bound", "upper bound")]
    const Icc icc = intraclassCorrelation(kJudges, 4);
    CHECK(*icc.icc11.interval.low == Approx(-0.1329323).margin(1e-7));
    CHECK(*icc.icc11.interval.high == Approx(0.7225601).margin(1e-7));
    CHECK(*icc.icc21.interval.low == Approx(0.0187865).margin(1e-7));
    CHECK(*icc.icc21.interval.high == Approx(0.7610844).margin(1e-7));
    CHECK(*icc.icc31.interval.low == Approx(0.3424648).margin(1e-7));
    CHECK(*icc.icc31.interval.high == Approx(0.9458583).margin(1e-7));
    CHECK(*icc.icc2k.interval.low == Approx(0.0711368).margin(1e-7));
    CHECK(*icc.icc3k.interval.high == Approx(0.9858917).margin(1e-7));
}

TEST_CASE("a constant shift between readers lowers absolute agreement, not consistency", "[icc]") {
    const std::vector<double> shifted{0, 2, 1, 3, 4, 6, 2, 4};
    const Icc icc = intraclassCorrelation(shifted, 2);
    CHECK(*icc.icc31.estimate == 1);
    CHECK(*icc.icc31.interval.low == 1);
    CHECK(*icc.icc21.estimate < 0.7);
    CHECK(icc.icc21.interval.low.isDefined());
}

TEST_CASE("perfect agreement has ICC 1 with limits 1 in every form", "[icc]") {
    const Icc icc = intraclassCorrelation(std::vector<double>{0, 0, 3, 3, 5, 5, 1, 1}, 2);
    for (const IccForm& form : {icc.icc11, icc.icc21, icc.icc31, icc.icc1k, icc.icc2k, icc.icc3k}) {
        CHECK(*form.estimate == 1);
        CHECK(*form.interval.low == 1);
        CHECK(*form.interval.high == 1);
    }
}

TEST_CASE("rounding in the mean squares is not taken for disagreement", "[icc]") {
    std::vector<double> scores; // thirds and sevenths do not add up exactly
    for (const double score : {1.0, 2.0, 5.0, 4.0, 1.0, 3.0, 2.0})
        scores.insert(scores.end(), 7, score);
    const Icc icc = intraclassCorrelation(scores, 7);
    CHECK(*icc.withinImages == 0);
    CHECK(*icc.residual == 0);
    CHECK(*icc.icc31.interval.low == 1);
}

TEST_CASE("without any variance no ICC is defined, but the mean squares are zero", "[icc]") {
    const Icc icc = intraclassCorrelation(std::vector<double>(10, 0.0), 2);
    CHECK(*icc.betweenImages == 0);
    CHECK(icc.icc11.estimate.reason() == Undefined::NoVariance);
    CHECK(icc.icc21.estimate.reason() == Undefined::NoVariance);
    CHECK(icc.icc3k.interval.high.reason() == Undefined::NoVariance);
}

TEST_CASE("images that do not differ leave the average forms without value", "[icc]") {
    const Icc icc = intraclassCorrelation(std::vector<double>{0, 2, 0, 2, 0, 2}, 2);
    CHECK(*icc.icc11.estimate == -1);
    CHECK(icc.icc1k.estimate.reason() == Undefined::NoVarianceBetweenImages);
    CHECK(icc.icc21.interval.low.reason() == Undefined::NoVarianceBetweenImages);
    CHECK(*icc.icc2k.estimate == 0);
}

TEST_CASE("one image has no ICC and no mean squares", "[icc]") {
    const Icc icc = intraclassCorrelation(std::vector<double>{1, 3}, 2);
    CHECK(icc.images == 1);
    CHECK(icc.betweenImages.reason() == Undefined::TooFewImages);
    CHECK(icc.icc21.estimate.reason() == Undefined::TooFewImages);
}

TEST_CASE("the error of measurement is the within-image deviation, the smallest change 2.77 times it",
          "[icc]") {
    // Shrout & Fleiss 1979, table 2: 6 targets by 4 judges; MSW 6.264, MSE 1.019 (table 3).
    const std::vector<double> scores{9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};
    const Icc icc = intraclassCorrelation(scores, 4);
    const MeasurementError error = measurementError(icc);
    CHECK(*error.agreement.sem == Approx(std::sqrt(6.264)).epsilon(1e-4));
    CHECK(*error.consistency.sem == Approx(std::sqrt(1.019)).epsilon(3e-4));
    CHECK(*error.agreement.mdc95 == Approx(2.771807648699343 * *error.agreement.sem)); // 1.959964 sqrt(2)
    // de Vet et al. 2006: the variance of the judges and the residual one.
    const double judges = (*icc.betweenRaters - *icc.residual) / 6;
    CHECK(*error.agreement.sem == Approx(std::sqrt(judges + *icc.residual)));
    // scipy.stats.chi2.ppf([0.975, 0.025], 18): 31.526378440386633, 8.230746194756702
    CHECK(*error.agreement.semInterval.low ==
          Approx(*error.agreement.sem * std::sqrt(18 / 31.526378440386633)));
    CHECK(*error.agreement.semInterval.high ==
          Approx(*error.agreement.sem * std::sqrt(18 / 8.230746194756702)));
    CHECK(measurementError(intraclassCorrelation(std::vector<double>{1, 2}, 2)).agreement.sem.reason() ==
          Undefined::TooFewImages);
}
