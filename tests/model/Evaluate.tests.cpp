// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Evaluate.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

const ScanGeometry kGeometry{512, 1024, PixelSpacing{0.5, 0.5, SpacingSource::Phantom}};

Landmarks spine(double dx = 0, double dy = 0) {
    Landmarks landmarks;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const bool isTop = corner == Corner::SuperiorAnterior || corner == Corner::SuperiorPosterior;
            const bool isAnterior = corner == Corner::SuperiorAnterior || corner == Corner::InferiorAnterior;
            const double y = 450 + 80.0 * static_cast<double>(indexOf(level)) + (isTop ? -25 : 25);
            landmarks.at(level).at(corner) = {PixelPoint{(isAnterior ? 290.0 : 210.0) + dx, y + dy},
                                              PointState::Predicted};
        }
    return landmarks;
}

/// The same spine, as a person confirmed it.
Landmarks truth(double dx = 0, double dy = 0) {
    Landmarks landmarks = spine(dx, dy);
    for (VertebraLandmarks& vertebra : landmarks.vertebrae)
        for (Landmark& corner : vertebra.corners)
            corner.state = PointState::Confirmed;
    return landmarks;
}

} // namespace

TEST_CASE("the paper's measure takes x and y apart, the radial one together", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(truth(), spine(3, 4), kGeometry, {"A", ""});
    const EvaluationReport report = evaluation.report();
    CHECK(report.coordinate.count == 48);
    CHECK(*report.coordinate.mean == Approx(3.5));
    CHECK(*report.coordinate.median == Approx(3.5));
    CHECK(*report.radialNetwork.mean == Approx(5));
    CHECK(*report.radialMm.mean == Approx(2.5));
    CHECK(*report.within2Mm == 0);
    CHECK(*report.within3Mm == 1);
    CHECK(*report.allRightRate == 1);
    CHECK(*report.rightSideRate == 1);
    CHECK(*report.perLevel.at("L3").mean == Approx(3.5));
    CHECK(*report.perGroup.at("A").mean == Approx(3.5));
}

TEST_CASE("a chain shifted by one level is a wrong level, however well it fits", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(truth(), shifted(spine(), 1), kGeometry, {"A", ""});
    const EvaluationReport report = evaluation.report();
    CHECK(*report.wrongLevelRate == 1);
    CHECK(*report.allRightRate == 0);
    CHECK(*report.allFoundRate == 0);
}

TEST_CASE("each scan's own figures tell which one was done badly", "[model][evaluate]") {
    Evaluation evaluation;
    Landmarks incomplete = spine(1, 1);
    incomplete.at(Level::L2) = {};
    evaluation.add(truth(), incomplete, kGeometry, {"A", "p1"});
    evaluation.add(truth(), shifted(spine(), 1), kGeometry, {"B", "p2"});
    evaluation.add(truth(), Landmarks(), kGeometry, {"C", "p3"});
    const auto cases = evaluation.cases();
    REQUIRE(cases.size() == 3);
    CHECK(cases[0].vertebrae == 6);
    CHECK(cases[0].found == 5);
    CHECK(*cases[0].meanCoordinate == Approx(1));
    CHECK_FALSE(cases[0].hasWrongLevel);
    CHECK(cases[1].origin.group == "B");
    CHECK(cases[1].hasWrongLevel);
    CHECK(cases[2].found == 0);
    CHECK_FALSE(cases[2].meanCoordinate);
}

TEST_CASE("a missing vertebra lowers the rates and adds no error", "[model][evaluate]") {
    Landmarks found = spine();
    found.at(Level::L5) = {};
    Evaluation evaluation;
    evaluation.add(truth(), found, kGeometry, {"A", ""});
    const EvaluationReport report = evaluation.report();
    CHECK(report.vertebrae == 6);
    CHECK(*report.foundRate == Approx(5.0 / 6));
    CHECK(*report.allFoundRate == 0);
    CHECK(*report.coordinate.mean == 0);
}

TEST_CASE("a vertebra whose centre lies outside does not count, unless it is reported", "[model][evaluate]") {
    Landmarks wanted = truth(0, 160); // L5's centre at 1010 + ... leaves the picture
    for (const Corner corner : kCorners)
        wanted.at(Level::L5).at(corner).position->y += 100;
    Landmarks found = wanted;
    Evaluation silent;
    found.at(Level::L5) = {};
    silent.add(wanted, found, kGeometry, {"A", ""});
    CHECK(silent.report().vertebrae == 5);
    CHECK(*silent.report().allRightRate == 1);
    CHECK(*silent.report().inventedRate == 0);
    Evaluation inventing;
    inventing.add(wanted, wanted, kGeometry, {"A", ""});
    CHECK(*inventing.report().inventedRate == 1);
}

TEST_CASE("without a spacing there are no millimetres", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(truth(), spine(1, 1), {512, 1024, std::nullopt}, {"A", ""});
    CHECK_FALSE(evaluation.report().radialMm.mean);
    CHECK(toJson(evaluation.report()).find("\"radialMm\":{\"n\":0,\"mean\":null") != std::string::npos);
}

TEST_CASE("what a network placed is no truth: it neither counts nor makes a find an invention",
          "[model][evaluate]") {
    Landmarks wanted = truth();
    Evaluation evaluation;
    evaluation.add(wanted, spine(), kGeometry, {"A", ""});
    CHECK(evaluation.report().vertebrae == 6);
    wanted.at(Level::L2).at(Corner::SuperiorAnterior).state = PointState::Predicted;
    Evaluation partly;
    partly.add(wanted, spine(), kGeometry, {"A", ""});
    CHECK(partly.report().vertebrae == 5);
    CHECK(*partly.report().inventedRate == 0);
}

TEST_CASE("a rate of nothing is nothing", "[model][evaluate]") {
    const EvaluationReport report = Evaluation().report();
    CHECK_FALSE(report.foundRate);
    CHECK_FALSE(report.allRightRate);
    CHECK(toJson(report).find("\"foundRate\":null") != std::string::npos);
}

TEST_CASE("intervals draw patients, not scans", "[model][evaluate]") {
    // Ten patients, half of them with errors of 1 and half of 3: the mean of ten draws, twice each scan.
    Evaluation single, doubled;
    for (int i = 0; i < 10; ++i) {
        const double error = i % 2 == 0 ? 1 : 3;
        const std::string patient = std::to_string(i);
        single.add(truth(), spine(error, error), kGeometry, {"A", patient});
        for (int copy = 0; copy < 2; ++copy)
            doubled.add(truth(), spine(error, error), kGeometry, {"A", patient});
    }
    const auto once = single.reportWithIntervals().coordinate.mean;
    const auto twice = doubled.reportWithIntervals().coordinate.mean;
    REQUIRE(once.interval);
    CHECK(*once == Approx(2));
    // A binomial of ten halves: 95 % of the draws hold between 2 and 8 large errors, so means of 1.4 to 2.6.
    CHECK(once.interval->low == Approx(1.4).margin(0.21));
    CHECK(once.interval->high == Approx(2.6).margin(0.21));
    CHECK(twice.interval->low == Approx(once.interval->low));
    CHECK(twice.interval->high == Approx(once.interval->high));
    CHECK_FALSE(single.report().coordinate.mean.interval);
}

TEST_CASE("promises of confidence and of radius are held against the truth", "[model][evaluate]") {
    // 512 x 1024: source pixels are network pixels. Every corner is 5 px off; half of the radii say so.
    Landmarks found = spine(3, 4);
    for (const Level level : kLevels) {
        found.at(level).confidence = 0.95;
        for (const Corner corner : kCorners)
            found.at(level).at(corner).uncertaintyPx = indexOf(corner) < 2 ? 5.5 : 4.6;
    }
    Evaluation evaluation;
    evaluation.add(truth(), found, kGeometry, {"A", ""});
    const EvaluationReport right = evaluation.report();
    CHECK(right.confidence.back().count == 6);
    CHECK(right.confidence.back().share == 1);
    CHECK(right.uncertainty[2].count == 24); // 4.5 ... 6 px
    CHECK(right.uncertainty[2].share == Approx(0.5));
    // One level off: five lie on a vertebra of another name, one on none; the radii hold as before.
    Evaluation off;
    off.add(truth(), shifted(found, 1), kGeometry, {"A", ""});
    const EvaluationReport wrong = off.report();
    CHECK(wrong.confidence.back().count == 5);
    CHECK(wrong.confidence.back().share == 0);
    CHECK(wrong.uncertainty[2].count == 20);
    CHECK(wrong.uncertainty[2].share == Approx(0.5));
    CHECK(toJson(wrong).find("\"confidence\":[{\"from\":0.9") != std::string::npos);
    Evaluation silent;
    silent.add(truth(), spine(), kGeometry, {"A", ""});
    for (const ReliabilityRow& row : silent.report().uncertainty)
        CHECK(row.count == 0);
}
