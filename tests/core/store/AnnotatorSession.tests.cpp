// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

#include <limits>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("landmarks come back to the last bit, with states, locks and gaps", "[store][landmarks]") {
    StudyFixture study;
    auto landmarks = spine(PointState::Edited, 100.0 / 3.0);
    landmarks.anterior = AnteriorSide::Left;
    landmarks.at(Level::T12) = {};
    landmarks.at(Level::T12).missing = MissingReason::OutsidePicture;
    landmarks.at(Level::L5).at(Corner::InferiorAnterior) = {PixelPoint{-4.25, 1e-17}, PointState::NotVisible,
                                                            true};
    landmarks.at(Level::L4).at(Corner::SuperiorAnterior) = {std::nullopt, PointState::NotVisible, false};
    landmarks.at(Level::L1).confidence = 0.1;
    landmarks.at(Level::L1).at(Corner::SuperiorAnterior).uncertaintyPx = 10.0 / 3;
    auto session = study.annotator();
    require(session.saveLandmarks(study.scans[0], landmarks));
    study.reopen();
    const auto stored = require(study.annotator().landmarks(study.scans[0]));
    REQUIRE(stored);
    CHECK(stored->landmarks == landmarks);
    CHECK(stored->author == "Anna");
    CHECK(stored->source == LandmarkSource::Person);
    CHECK(!stored->model);
}

TEST_CASE("every saving is a version of its own, and the model's stays told apart", "[store][landmarks]") {
    StudyFixture study;
    auto session = study.annotator();
    const auto scan = study.scans[0];
    CHECK(!require(session.landmarks(scan)));
    require(session.savePrediction(scan, detection()));
    require(session.saveLandmarks(scan, spine(PointState::Edited, 101)));
    require(session.saveImport(scan, spine(PointState::Confirmed, 102)));
    const auto history = require(session.landmarkHistory(scan));
    REQUIRE(history.size() == 3);
    CHECK(history[0].model == detection().model);
    CHECK(history[0].weightsSha256 == detection().model.sha256);
    CHECK(history[1].source == LandmarkSource::Person);
    CHECK(history[1].weightsSha256 == detection().model.sha256);
    CHECK(history[2].source == LandmarkSource::Import);
    CHECK(history[2].weightsSha256.empty());
    CHECK(require(session.landmarks(scan))->id == history[2].id);
}

TEST_CASE("that a point came as a whole pixel is still known when the study is opened again",
          "[store][landmarks]") {
    StudyFixture study;
    Landmarks imported = spine(PointState::Edited);
    imported.at(Level::L2).at(Corner::SuperiorAnterior).isRounded = true;
    auto session = study.annotator();
    require(session.saveImport(study.scans[0], imported));
    study.reopen();
    const auto stored = require(study.annotator().landmarks(study.scans[0]));
    REQUIRE(stored);
    CHECK(stored->landmarks.at(Level::L2).at(Corner::SuperiorAnterior).isRounded);
    CHECK_FALSE(stored->landmarks.at(Level::L2).at(Corner::SuperiorPosterior).isRounded);
}

TEST_CASE("saving what is there already adds nothing", "[store][landmarks]") {
    StudyFixture study;
    auto session = study.annotator();
    const auto first = require(session.saveLandmarks(study.scans[0], spine(PointState::Edited)));
    const auto again = require(session.saveLandmarks(study.scans[0], spine(PointState::Edited)));
    CHECK(again.id == first.id);
    CHECK(require(session.landmarkHistory(study.scans[0])).size() == 1);
    CHECK(require(session.saveLandmarks(study.scans[0], spine(PointState::Confirmed))).id != first.id);
}

TEST_CASE("landmarks that are no numbers are refused", "[store][landmarks]") {
    StudyFixture study;
    auto session = study.annotator();
    auto landmarks = spine(PointState::Edited);
    landmarks.at(Level::L2).at(Corner::InferiorAnterior).position->x =
        std::numeric_limits<double>::quiet_NaN();
    CHECK(codeOf(session.saveLandmarks(study.scans[0], landmarks)) == ErrorCode::InvalidArgument);
    CHECK(codeOf(session.saveLandmarks(ScanId{77}, spine(PointState::Edited))) == ErrorCode::InvalidArgument);
    CHECK(!require(session.landmarks(study.scans[0])));
}

TEST_CASE("the annotator's list shows how far the landmarks are and how sure the network was",
          "[store][landmarks]") {
    StudyFixture study;
    auto session = study.annotator();
    require(session.savePrediction(study.scans[0], detection()));
    require(session.saveLandmarks(study.scans[1], spine(PointState::Confirmed)));
    const auto list = require(session.worklist());
    CHECK(list[0].landmarks == LandmarkState::Predicted);
    CHECK(list[0].leastConfidence == 0.75);
    CHECK(!list[0].reading);
    CHECK(list[1].landmarks == LandmarkState::Confirmed);
    CHECK(list[2].landmarks == LandmarkState::None);
    CHECK(landmarkProgress(list) == Progress{1, 3});
    CHECK(nextUnconfirmed(list, study.scans[0]) == study.scans[2]);
    CHECK(require(session.worklistRow(study.scans[1])) == list[1]);
}
