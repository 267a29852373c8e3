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

} // namespace

TEST_CASE("the paper's measure takes x and y apart, the radial one together", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(spine(), spine(3, 4), kGeometry, "A");
    const EvaluationReport report = evaluation.report();
    CHECK(report.coordinate.count == 48);
    CHECK(*report.coordinate.mean == Approx(3.5));
    CHECK(*report.coordinate.median == Approx(3.5));
    CHECK(*report.radialNetwork.mean == Approx(5));
    CHECK(*report.radialMm.mean == Approx(2.5));
    CHECK(report.within2Mm == 0);
    CHECK(report.within3Mm == 1);
    CHECK(report.allRightRate == 1);
    CHECK(report.rightSideRate == 1);
    CHECK(*report.perLevel.at("L3").mean == Approx(3.5));
    CHECK(*report.perGroup.at("A").mean == Approx(3.5));
}

TEST_CASE("a chain shifted by one level is a wrong level, however well it fits", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(spine(), shifted(spine(), 1), kGeometry, "A");
    const EvaluationReport report = evaluation.report();
    CHECK(report.wrongLevelRate == 1);
    CHECK(report.allRightRate == 0);
    CHECK(report.allFoundRate == 0);
}

TEST_CASE("a missing vertebra lowers the rates and adds no error", "[model][evaluate]") {
    Landmarks found = spine();
    found.at(Level::L5) = {};
    Evaluation evaluation;
    evaluation.add(spine(), found, kGeometry, "A");
    const EvaluationReport report = evaluation.report();
    CHECK(report.vertebrae == 6);
    CHECK(report.foundRate == Approx(5.0 / 6));
    CHECK(report.allFoundRate == 0);
    CHECK(*report.coordinate.mean == 0);
}

TEST_CASE("a vertebra whose centre lies outside does not count, unless it is reported", "[model][evaluate]") {
    Landmarks truth = spine(0, 160); // L5's centre at 1010 + ... leaves the picture
    for (const Corner corner : kCorners)
        truth.at(Level::L5).at(corner).position->y += 100;
    Landmarks found = truth;
    Evaluation silent;
    found.at(Level::L5) = {};
    silent.add(truth, found, kGeometry, "A");
    CHECK(silent.report().vertebrae == 5);
    CHECK(silent.report().allRightRate == 1);
    CHECK(silent.report().inventedRate == 0);
    Evaluation inventing;
    inventing.add(truth, truth, kGeometry, "A");
    CHECK(inventing.report().inventedRate == 1);
}

TEST_CASE("without a spacing there are no millimetres", "[model][evaluate]") {
    Evaluation evaluation;
    evaluation.add(spine(), spine(1, 1), {512, 1024, std::nullopt}, "A");
    CHECK_FALSE(evaluation.report().radialMm.mean);
    CHECK(toJson(evaluation.report()).find("\"radialMm\":{\"n\":0,\"mean\":null") != std::string::npos);
}
