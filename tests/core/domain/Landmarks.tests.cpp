// SPDX-License-Identifier: GPL-3.0-or-later
#include "SpineCases.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using namespace vertescore::test;
using Kind = LandmarkProblem::Kind;

TEST_CASE("names of levels, corners and states read back", "[landmarks]") {
    for (const auto level : kLevels)
        CHECK(levelFromName(levelName(level)) == level);
    for (const auto corner : kCorners)
        CHECK(cornerFromName(cornerName(corner)) == corner);
    for (const auto state : {PointState::Unset, PointState::Predicted, PointState::Edited,
                             PointState::Confirmed, PointState::NotVisible})
        CHECK(pointStateFromName(pointStateName(state)) == state);
    CHECK_FALSE(levelFromName("S1"));
}

TEST_CASE("a sound spine has no problems, from either side", "[landmarks]") {
    CHECK(findProblems(straightSpine()).empty());
    CHECK(findProblems(mirrored(straightSpine(), {300, 300, std::nullopt})).empty());
}

TEST_CASE("each kind of wrong corner is named with its level", "[landmarks]") {
    auto landmarks = straightSpine();
    SECTION("anterior and posterior swapped") {
        auto& vertebra = landmarks.at(Level::L2);
        std::swap(vertebra.at(Corner::SuperiorAnterior), vertebra.at(Corner::SuperiorPosterior));
        std::swap(vertebra.at(Corner::InferiorAnterior), vertebra.at(Corner::InferiorPosterior));
        CHECK(findProblems(landmarks) ==
              std::vector<LandmarkProblem>{{Level::L2, Kind::SwappedAnteriorPosterior}});
    }
    SECTION("superior and inferior swapped") {
        auto& vertebra = landmarks.at(Level::T12);
        std::swap(vertebra.at(Corner::SuperiorAnterior), vertebra.at(Corner::InferiorAnterior));
        std::swap(vertebra.at(Corner::SuperiorPosterior), vertebra.at(Corner::InferiorPosterior));
        CHECK(findProblems(landmarks) ==
              std::vector<LandmarkProblem>{{Level::T12, Kind::SwappedSuperiorInferior}});
    }
    SECTION("one corner inside the others") {
        landmarks.at(Level::L3).at(Corner::InferiorAnterior).position = PixelPoint{110, 130};
        CHECK(findProblems(landmarks) == std::vector<LandmarkProblem>{{Level::L3, Kind::NotConvex}});
    }
    SECTION("a corner in the next vertebra") {
        landmarks.at(Level::L1).at(Corner::InferiorAnterior).position = PixelPoint{130, 90};
        CHECK(findProblems(landmarks) == std::vector<LandmarkProblem>{{Level::L1, Kind::OverlapsNext}});
    }
    SECTION("levels out of order") {
        std::swap(landmarks.at(Level::L3), landmarks.at(Level::L4));
        const auto problems = findProblems(landmarks);
        CHECK(std::count(problems.begin(), problems.end(), LandmarkProblem{Level::L4, Kind::OutOfOrder}) ==
              1);
    }
}

TEST_CASE("a level shift moves every label and loses nothing but the last", "[landmarks]") {
    const auto spine = straightSpine();
    const auto down = shifted(spine, 1);
    CHECK_FALSE(down.at(Level::T12).isComplete());
    CHECK(down.at(Level::L1) == spine.at(Level::T12));
    CHECK(down.at(Level::L5) == spine.at(Level::L4));
    CHECK(down.missingLevels() == std::vector<Level>{Level::T12});
    const auto up = shifted(spine, -1);
    CHECK(up.at(Level::T12) == spine.at(Level::L1));
    CHECK(up.missingLevels() == std::vector<Level>{Level::L5});
}

TEST_CASE("a vertebra without one corner has no centre", "[landmarks]") {
    auto vertebra = straightSpine().at(Level::L1);
    CHECK(vertebra.centre() == PixelPoint{120, 55});
    vertebra.at(Corner::SuperiorAnterior) = {};
    CHECK_FALSE(vertebra.centre());
}
