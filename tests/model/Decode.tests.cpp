// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Decode.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

constexpr int kWidth = 32;
constexpr int kHeight = 64;

Heatmap emptyMap() {
    return {kWidth, kHeight, std::vector<float>(kWidth * kHeight, 0.01F)};
}

/// A peak with weaker neighbours.
void addPeak(Heatmap& map, int x, int y, float value) {
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            if (y + dy >= 0 && y + dy < map.height)
                map.at(x + dx, y + dy) = std::max(map.at(x + dx, y + dy), value / 2);
    map.at(x, y) = value;
}

/// Six vertebrae, five cells apart, T12 at row 30.
Heatmap spine() {
    Heatmap map = emptyMap();
    for (int i = 0; i < 6; ++i)
        addPeak(map, 12 + i, 30 + 5 * i, 0.9F - 0.05F * static_cast<float>(i));
    return map;
}

void remove(Heatmap& map, int level) {
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            map.at(12 + level + dx, 30 + 5 * level + dy) = 0.01F;
}

SpineChain chainOf(const Heatmap& map) {
    std::vector<DecodedVertebra> candidates;
    for (const Peak& peak : findPeaks(map))
        candidates.push_back(decodeVertebra(peak, {0.5F, 0.5F}, {2, 2, -2, 2, 2, -2, -2, -2}, map.frame()));
    return longestChain(candidates);
}

LevelledVertebrae decoded(const Heatmap& map) {
    return nameLevels(chainOf(map), map);
}

} // namespace

TEST_CASE("six peaks become six vertebrae from top to bottom", "[model][decode]") {
    const LevelledVertebrae found = decoded(spine());
    for (std::size_t i = 0; i < kLevelCount; ++i) {
        REQUIRE(found.vertebrae[i]);
        CHECK(found.missing[i] == MissingReason::None);
        // Cell centre 12.5 of 32 is (12.5 / 32) 512 - 1/2.
        CHECK(found.vertebrae[i]->centre.x == Approx((12.5 + static_cast<double>(i)) * 16 - 0.5));
        CHECK(found.vertebrae[i]->centre.y == Approx((30.5 + 5 * static_cast<double>(i)) * 16 - 0.5));
        CHECK(found.vertebrae[i]->corners[kTopLeft].x == Approx(found.vertebrae[i]->centre.x - 32));
        CHECK(found.vertebrae[i]->corners[kBottomRight].y == Approx(found.vertebrae[i]->centre.y + 32));
    }
}

TEST_CASE("a vertebra without a peak inside the chain is missing, and the others keep their names",
          "[model][decode]") {
    const int gone = GENERATE(1, 2, 3, 4);
    Heatmap map = spine();
    remove(map, gone);
    const LevelledVertebrae found = decoded(map);
    for (int i = 0; i < 6; ++i)
        CHECK(found.vertebrae[static_cast<std::size_t>(i)].has_value() == (i != gone));
    CHECK(found.missing[static_cast<std::size_t>(gone)] == MissingReason::BelowThreshold);
}

TEST_CASE("at the ends the vertebra that shows faintly is the missing one", "[model][decode]") {
    const int gone = GENERATE(0, 5);
    Heatmap map = spine();
    remove(map, gone);
    map.at(12 + gone, 30 + 5 * gone) = 0.11F;
    const LevelledVertebrae found = decoded(map);
    for (int i = 0; i < 6; ++i)
        CHECK(found.vertebrae[static_cast<std::size_t>(i)].has_value() == (i != gone));
}

TEST_CASE("L5 beyond the lower border is missing because it is outside", "[model][decode]") {
    Heatmap map = emptyMap();
    for (int i = 0; i < 5; ++i)
        addPeak(map, 12, 40 + 5 * i, 0.9F);
    const LevelledVertebrae found = decoded(map);
    REQUIRE(found.vertebrae[0]);
    CHECK_FALSE(found.vertebrae[5]);
    CHECK(found.missing[5] == MissingReason::OutsidePicture);
}

TEST_CASE("a faint first peak above a chain that leaves the picture is not T12", "[model][decode]") {
    const bool leaves = GENERATE(false, true);
    Heatmap map = emptyMap();
    const int top = leaves ? 37 : 32;
    for (int i = 0; i < 6; ++i)
        addPeak(map, 12, top + 5 * i, i == 0 ? 0.4F : 0.9F);
    const LevelledVertebrae found = decoded(map);
    REQUIRE(found.vertebrae[0]);
    CHECK(found.vertebrae[0]->centre.y == Approx((top + (leaves ? 5 : 0) + 0.5) * 16 - 0.5));
    CHECK(found.vertebrae[5].has_value() == !leaves);
    CHECK(found.missing[5] == (leaves ? MissingReason::OutsidePicture : MissingReason::None));
}

TEST_CASE("an empty heatmap gives no vertebra and says why", "[model][decode]") {
    const LevelledVertebrae found = decoded(emptyMap());
    for (std::size_t i = 0; i < kLevelCount; ++i) {
        CHECK_FALSE(found.vertebrae[i]);
        CHECK(found.missing[i] == MissingReason::BelowThreshold);
    }
}

TEST_CASE("a vertebra on its own gets no name", "[model][decode]") {
    Heatmap map = emptyMap();
    addPeak(map, 10, 40, 0.8F);
    const LevelledVertebrae found = decoded(map);
    CHECK(std::count_if(found.vertebrae.begin(), found.vertebrae.end(),
                        [](const auto& v) { return v.has_value(); }) == 0);
}

TEST_CASE("peaks closer than a vertebra are one", "[model][decode]") {
    Heatmap map = emptyMap();
    map.width = 128;
    map.height = 256;
    map.values.assign(128 * 256, 0.0F);
    map.at(50, 100) = 0.9F;
    map.at(52, 103) = 0.8F; // 14 network pixels away
    map.at(50, 120) = 0.7F; // 80
    const std::vector<Peak> peaks = findPeaks(map);
    REQUIRE(peaks.size() == 2);
    CHECK(peaks[0].value == Approx(0.9));
    CHECK(peaks[1].y == 120);
}

TEST_CASE("of two equal neighbours one is a peak", "[model][decode]") {
    Heatmap map = emptyMap();
    map.at(10, 20) = map.at(11, 20) = 0.8F;
    CHECK(findPeaks(map).size() == 1);
}

TEST_CASE("of seven vertebrae in a row the faint one at the end gets no name", "[model][decode]") {
    Heatmap map = spine();
    addPeak(map, 11, 25, 0.4F);
    const LevelledVertebrae found = decoded(map);
    REQUIRE(found.vertebrae[0]);
    CHECK(found.vertebrae[0]->centre.y == Approx(30.5 * 16 - 0.5));
}

TEST_CASE("a peak beside the spine is no vertebra, however strong", "[model][decode]") {
    Heatmap map = spine();
    addPeak(map, 24, 41, 0.95F);
    const LevelledVertebrae found = decoded(map);
    for (std::size_t i = 0; i < kLevelCount; ++i) {
        REQUIRE(found.vertebrae[i]);
        CHECK(found.vertebrae[i]->centre.x < 20 * 16);
    }
}

TEST_CASE("a faint peak between two vertebrae of the chain is one of them", "[model][decode]") {
    Heatmap map = spine();
    remove(map, 2);
    addPeak(map, 14, 40, 0.12F);
    CHECK(decoded(map).vertebrae[2]);
}

TEST_CASE("the vertebrae's own votes name a chain that the heatmap leaves open", "[model][decode]") {
    Heatmap map = emptyMap();
    for (int i = 0; i < 7; ++i)
        addPeak(map, 12, 15 + 5 * i, 0.8F);
    const auto votedFrom = [&](int t12) {
        SpineChain chain = chainOf(map);
        for (int i = 0; i < static_cast<int>(chain.size()); ++i) {
            LevelLogs& logs = chain[static_cast<std::size_t>(i)]->levels;
            logs.fill(std::log(0.05));
            logs[static_cast<std::size_t>(std::clamp(i - t12, -1, 6) + 1)] = std::log(0.65);
        }
        return nameLevels(chain, map);
    };
    CHECK(votedFrom(0).vertebrae[0]->centre.y < votedFrom(1).vertebrae[0]->centre.y);
    CHECK(votedFrom(1).namingProbability > decoded(map).namingProbability);
}

TEST_CASE("the surer the naming and the stronger the peak, the surer the vertebra", "[model][decode]") {
    const LevelledVertebrae clear = decoded(spine());
    Heatmap doubtful = spine();
    addPeak(doubtful, 11, 25, 0.6F);
    const LevelledVertebrae found = decoded(doubtful);
    CHECK(found.namingProbability < clear.namingProbability);
    CHECK(found.vertebrae[2]->confidence < clear.vertebrae[2]->confidence);
    CHECK(clear.vertebrae[5]->confidence < clear.vertebrae[0]->confidence); // 0.65 against 0.9
}

TEST_CASE("the probabilities of all ways of naming add up to one", "[model][decode]") {
    Heatmap map = spine();
    addPeak(map, 11, 25, 0.6F);
    const auto namings = namingsOf(chainOf(map), map);
    const auto probabilities = namingProbabilities(namings, NamingModel().weights);
    REQUIRE(probabilities.size() == namings.size());
    REQUIRE(probabilities.size() > 1);
    CHECK(std::accumulate(probabilities.begin(), probabilities.end(), 0.0) == Approx(1));
}

TEST_CASE("corners take their anatomical names from the side of the picture", "[model][decode]") {
    const ScanGeometry geometry{1024, 2048, std::nullopt};
    const LevelledVertebrae found = decoded(spine());
    const Landmarks right = toLandmarks(found, geometry, AnteriorSide::Right, false);
    const Landmarks left = toLandmarks(found, geometry, AnteriorSide::Left, false);
    const Landmarks mirrored = toLandmarks(found, geometry, AnteriorSide::Right, true);
    CHECK(right.anterior == AnteriorSide::Right);
    CHECK(left.anterior == AnteriorSide::Left);
    CHECK(mirrored.anterior == AnteriorSide::Left);
    const auto anterior = [](const Landmarks& l) {
        return l.at(Level::L1).at(Corner::SuperiorAnterior).position->x;
    };
    const auto posterior = [](const Landmarks& l) {
        return l.at(Level::L1).at(Corner::SuperiorPosterior).position->x;
    };
    CHECK(anterior(right) > posterior(right));
    CHECK(anterior(left) == posterior(right));
    CHECK(anterior(mirrored) == Approx(1023 - anterior(right)));
}

TEST_CASE("a corner outside the picture is not visible", "[model][decode]") {
    Heatmap map = emptyMap();
    for (int i = 0; i < 6; ++i)
        addPeak(map, 12, 37 + 5 * i, 0.9F); // L5's lower corners at rows beyond 64 cells
    const Landmarks landmarks =
        toLandmarks(decoded(map), {512, 1024, std::nullopt}, AnteriorSide::Right, false);
    CHECK(landmarks.at(Level::L5).at(Corner::InferiorAnterior).state == PointState::NotVisible);
    CHECK(landmarks.at(Level::L5).at(Corner::SuperiorAnterior).state == PointState::Predicted);
}
