// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Uncertainty.h"
#include "model/decode/Decode.h"
#include "model/training/evaluation/Calibrate.h"
#include "model/training/evaluation/FitUncertainty.h"
#include "model/training/samples/SampleRandom.h"
#include "model/training/samples/Stress.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;

namespace {

double& clue(CornerClues& clues, CornerClue which) {
    return clues[static_cast<std::size_t>(which)];
}
double clue(const CornerClues& clues, CornerClue which) {
    return clues[static_cast<std::size_t>(which)];
}

DecodedVertebra vertebraAt(double x, double y) {
    return {{x, y}, {{{x - 40, y - 25}, {x + 40, y - 25}, {x - 40, y + 25}, {x + 40, y + 25}}}, 0.9};
}

/// Three vertebrae 80 px apart, the middle one 8 px to the right, a peak of one cell at the first, of three
/// along the spine at the second, of three across at the third.
struct Seen {
    SpineChain chain{vertebraAt(200, 400), vertebraAt(208, 480), vertebraAt(200, 560)};
    Heatmap heatmap{32, 64, std::vector<float>(32 * 64, 0.0F)};

    Seen() {
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const CellPoint place = heatmap.frame().toCells(chain[i]->centre);
            const int x = static_cast<int>(place.x), y = static_cast<int>(place.y);
            heatmap.at(x, y) = 0.5F;
            for (const int step : {-1, 1}) {
                if (i == 1) heatmap.at(x, y + step) = 0.5F;
                if (i == 2) heatmap.at(x + step, y) = 0.5F;
            }
        }
    }
};

UncertaintyModel byHeight() {
    UncertaintyModel model;
    model.weights[static_cast<std::size_t>(CornerClue::Height)] = 1;
    model.knots = {{1, 2}, {2, 4}, {4, 5}};
    return model;
}

CornerClues withHeight(double value) {
    CornerClues clues{};
    clue(clues, CornerClue::Height) = value;
    return clues;
}

} // namespace

TEST_CASE("a radius runs straight between the knots and stays beyond them", "[model][uncertainty]") {
    const UncertaintyModel model = byHeight();
    CHECK(model.radius(withHeight(0)) == 2);
    CHECK(model.radius(withHeight(1.5)) == Approx(3));
    CHECK(model.radius(withHeight(3)) == Approx(4.5));
    CHECK(model.radius(withHeight(9)) == 5);
}

TEST_CASE("the clues of a corner tell where it is and how blurred its peak", "[model][uncertainty]") {
    const Seen seen;
    const auto clues = cornerCluesOf(seen.chain, seen.heatmap, AnteriorSide::Right);
    REQUIRE(clues.size() == 3);
    CHECK(clue(clues[0][kTopRight], CornerClue::Anterior) == 1);
    CHECK(clue(clues[0][kTopLeft], CornerClue::Anterior) == 0);
    CHECK(clue(clues[0][kBottomLeft], CornerClue::Superior) == 0);
    CHECK(clue(clues[0][kTopLeft], CornerClue::SpreadAlong) == Approx(0).margin(1e-4));
    // Three equal cells one apart: variance 2/3 of a square cell.
    CHECK(clue(clues[1][kTopLeft], CornerClue::SpreadAlong) == Approx(2.0 / 3).epsilon(1e-4));
    CHECK(clue(clues[1][kTopLeft], CornerClue::SpreadAcross) == Approx(0).margin(1e-4));
    CHECK(clue(clues[2][kTopLeft], CornerClue::SpreadAcross) == Approx(2.0 / 3).epsilon(1e-4));
    // 8 px beside the middle of its neighbours, in heights of 50 px.
    CHECK(clue(clues[1][kTopLeft], CornerClue::Uneven) == Approx(8.0 / 50));
    CHECK(clue(clues[0][kTopLeft], CornerClue::Uneven) == 0);
    CHECK(clue(clues[2][kTopLeft], CornerClue::Last) == 1);
    CHECK(clue(clues[1][kTopLeft], CornerClue::Last) == 0);
    // Seven cells of 0.5 for three vertebrae.
    CHECK(clue(clues[0][kTopLeft], CornerClue::HeatmapMass) == Approx(std::log(3.5 / 3)).epsilon(1e-5));
    const auto mirrored = cornerCluesOf(seen.chain, seen.heatmap, AnteriorSide::Left);
    CHECK(clue(mirrored[0][kTopLeft], CornerClue::Anterior) == 1);
}

TEST_CASE("radii reach the landmarks in source pixels, and are absent without a model",
          "[model][uncertainty]") {
    const Seen seen;
    UncertaintyModel model;
    model.knots = {{0, 3}};
    const ScanGeometry geometry{256, 2048, std::nullopt}; // 1/2 and 2 source pixels: the mean scale is 1
    LevelledVertebrae found;
    found.vertebrae[0] = withRadii(seen.chain, seen.heatmap, AnteriorSide::Right, model)[0];
    found.vertebrae[1] = seen.chain[1];
    const Landmarks same = toLandmarks(found, geometry, AnteriorSide::Right, false);
    CHECK(same.at(Level::T12).at(Corner::SuperiorAnterior).uncertaintyPx.value_or(0) == Approx(3));
    CHECK_FALSE(same.at(Level::L1).at(Corner::SuperiorAnterior).uncertaintyPx);
    const Landmarks twice = toLandmarks(found, {1024, 2048, std::nullopt}, AnteriorSide::Right, false);
    CHECK(twice.at(Level::T12).at(Corner::SuperiorAnterior).uncertaintyPx.value_or(0) == Approx(6));
}

TEST_CASE("of new corners nine in ten lie within the fitted radius, for small radii and for large ones",
          "[model][uncertainty]") {
    // Errors of a Rayleigh distribution whose scale grows with a clue: 90 % lie within 2.146 scales.
    const auto drawn = [](std::uint64_t stream) {
        SampleRandom random(5, stream);
        PlacedCorner corner;
        clue(corner.clues, CornerClue::One) = 1;
        const double spread = random.uniform(0, 2);
        clue(corner.clues, CornerClue::SpreadAlong) = spread;
        clue(corner.clues, CornerClue::Uneven) = random.uniform(); // says nothing
        corner.error = std::exp(spread) * std::sqrt(-2 * std::log(1 - random.uniform()));
        return corner;
    };
    std::vector<PlacedCorner> corners;
    for (std::uint64_t i = 0; i < 12000; ++i)
        corners.push_back(drawn(i));
    const UncertaintyModel model = fitUncertainty(corners);
    Reliability table({0.0, 4.0, 8.0});
    for (std::uint64_t i = 20000; i < 32000; ++i) {
        const PlacedCorner corner = drawn(i);
        const double radius = model.radius(corner.clues);
        table.add(radius, corner.error <= radius, i);
    }
    for (const ReliabilityRow& row : table.rows()) {
        CHECK(row.count > 2000);
        CHECK(row.share == Approx(0.9).margin(0.025));
    }
    PlacedCorner sharp, blurred;
    clue(sharp.clues, CornerClue::One) = clue(blurred.clues, CornerClue::One) = 1;
    clue(sharp.clues, CornerClue::SpreadAlong) = 0.5;
    clue(blurred.clues, CornerClue::SpreadAlong) = 1.5;
    CHECK(model.radius(sharp.clues) == Approx(2.146 * std::exp(0.5)).epsilon(0.12));
    CHECK(model.radius(blurred.clues) == Approx(2.146 * std::exp(1.5)).epsilon(0.12));
}

TEST_CASE("radii never fall as the score grows, even where the errors do", "[model][uncertainty]") {
    std::vector<PlacedCorner> corners;
    for (int i = 0; i < 1200; ++i) {
        PlacedCorner corner;
        clue(corner.clues, CornerClue::One) = 1;
        clue(corner.clues, CornerClue::Height) = i;
        corner.error = i < 600 ? 2 : i < 900 ? 9 : 5; // one fall in a rise
        corners.push_back(corner);
    }
    const UncertaintyModel model = fitUncertainty(corners);
    for (std::size_t k = 1; k < model.knots.size(); ++k)
        CHECK(model.knots[k].radius >= model.knots[k - 1].radius);
    CHECK(model.knots.back().radius == Approx(7)); // the mean of three groups at 9 and three at 5
}

TEST_CASE("an uncertainty model comes back from a file's metadata; a file without gives none",
          "[model][uncertainty]") {
    UncertaintyModel model = byHeight();
    model.weights[0] = -1.0 / 3;
    const auto back = uncertaintyModelOf({{std::string(kUncertaintyKey), toJson(model)}});
    REQUIRE(back);
    CHECK(*back == model);
    const auto none = uncertaintyModelOf({});
    REQUIRE(none);
    CHECK_FALSE(none->has_value());
}

TEST_CASE("a damaged uncertainty model is refused", "[model][uncertainty]") {
    const std::string whole = toJson(byHeight());
    const auto damaged = [&whole](const std::string& part, const std::string& by) {
        std::string text = whole;
        REQUIRE(text.find(part) != std::string::npos);
        return uncertaintyModelFromJson(text.replace(text.find(part), part.size(), by));
    };
    REQUIRE(uncertaintyModelFromJson(whole));
    CHECK_FALSE(damaged("[1.0,2.0]", "[1.0,0.0]"));         // no radius
    CHECK_FALSE(damaged("[2.0,4.0]", "[2.0,1.0]"));         // falls
    CHECK_FALSE(damaged("[2.0,4.0]", "[0.5,4.0]"));         // goes back
    CHECK_FALSE(damaged("uneven", "evenness"));             // an unknown clue
    CHECK_FALSE(damaged("\"share\":0.9", "\"share\":0.5")); // means something else
    CHECK(damaged("[1.0,2.0]", "7").error().code == ErrorCode::WeightsMalformed);
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    CHECK_FALSE(damaged("\"share\":0.9", "\"share\":" + deep));
}

TEST_CASE("a stressed scan keeps its truth on the same features, and differs from the scan",
          "[model][uncertainty]") {
    PhantomOptions phantoms;
    phantoms.seed = 3;
    phantoms.style = PhantomStyle::A;
    const TrainingScan scan = makePhantomSource(phantoms)->scan(0);
    int mirrored = 0, inverted = 0;
    for (std::uint64_t i = 0; i < 12; ++i) {
        const TrainingScan other = stressed(scan, SampleRandom(9, i));
        CHECK(other.picture.width == scan.picture.width);
        CHECK(other.picture != scan.picture);
        mirrored += other.truth.anterior != scan.truth.anterior ? 1 : 0;
        const ScanTargets before = targetsOf(scan), after = targetsOf(other);
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            CHECK(after[level].isPresent == before[level].isPresent);
            CHECK(after[level].corners[kTopLeft].x < after[level].corners[kTopRight].x);
        }
        // A body of style A is brighter than the disc below it; darker where black and white changed places.
        const auto greyAt = [&other](NetworkPoint p) {
            const PixelPoint pixel = other.geometry.toPixel(p, AnteriorSide::Right);
            double sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -3; dx <= 3; ++dx)
                    sum += other.picture.at(static_cast<int>(pixel.x) + dx, static_cast<int>(pixel.y) + dy);
            return sum;
        };
        double difference = 0;
        for (std::size_t level = 0; level + 1 < kLevelCount - 1; ++level) {
            const NetworkPoint low = after[level].corners[kBottomLeft];
            const NetworkPoint right = after[level].corners[kBottomRight];
            const NetworkPoint nextLeft = after[level + 1].corners[kTopLeft];
            const NetworkPoint nextRight = after[level + 1].corners[kTopRight];
            const NetworkPoint disc{(low.x + right.x + nextLeft.x + nextRight.x) / 4,
                                    (low.y + right.y + nextLeft.y + nextRight.y) / 4};
            difference += greyAt(after[level].centre) - greyAt(disc);
        }
        INFO("difference " << difference);
        CHECK(std::abs(difference) > 400); // some 5 greys a pixel; beside the features it would be near none
        inverted += difference < 0 ? 1 : 0;
    }
    CHECK(mirrored > 0);
    CHECK(mirrored < 12);
    CHECK(inverted > 0);
    CHECK(inverted < 4);
    CHECK(stressed(scan, SampleRandom(9, 1)).picture == stressed(scan, SampleRandom(9, 1)).picture);
}

TEST_CASE("a corner's error is taken from the vertebra it lies on, whatever that is called",
          "[model][uncertainty]") {
    ScanTargets truth;
    for (std::size_t level = 0; level < 2; ++level) {
        const DecodedVertebra there = vertebraAt(200, 400 + 80.0 * static_cast<double>(level));
        truth[level] = {true, false, there.centre, there.corners};
    }
    DecodedVertebra found = vertebraAt(206, 488);
    const auto errors = cornerErrors(found, truth, {256, 2048, std::nullopt});
    REQUIRE(errors);
    CHECK((*errors)[kTopLeft] ==
          Approx(std::hypot(6 * 0.5, 8 * 2.0))); // half and double pixels, mean scale 1
    CHECK_FALSE(cornerErrors(vertebraAt(200, 540), truth, {256, 2048, std::nullopt}));
}
