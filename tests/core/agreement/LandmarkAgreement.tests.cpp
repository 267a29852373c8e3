// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/landmarks/LandmarkAgreement.h"
#include "core/agreement/AgreementFiles.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace vertescore;

namespace {

const Unit kTotal{Unit::Kind::Total, Segment::L1, Wall::Anterior};

/// Every corner somewhere of its own, placed by a person.
Landmarks spine() {
    Landmarks landmarks;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            landmarks.at(level).at(corner) = {
                PixelPoint{100.0 + 50.0 * static_cast<double>(indexOf(corner) % 2),
                           100.0 * static_cast<double>(indexOf(level)) +
                               40.0 * static_cast<double>(indexOf(corner) / 2)},
                PointState::Confirmed, false};
    return landmarks;
}

Landmarks moved(Landmarks landmarks, double dx, double dy) {
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            auto& position = landmarks.at(level).at(corner).position;
            if (position) position = PixelPoint{position->x + dx, position->y + dy};
        }
    return landmarks;
}

ReaderLandmarks read(const std::string& image, const std::string& reader, Landmarks landmarks,
                     std::optional<PixelSpacing> spacing = std::nullopt) {
    return {image, reader, "ivg", std::move(landmarks), spacing};
}

const LandmarkErrors& errorsOf(const LandmarkAgreement& agreement, std::optional<Level> level,
                               std::optional<Corner> corner) {
    const auto found = std::ranges::find_if(agreement.errors, [&](const LandmarkErrors& errors) {
        return errors.level == level && errors.corner == corner;
    });
    REQUIRE(found != agreement.errors.end());
    return *found;
}

void addTotal(RatingTable& table, const std::string& image, const std::string& reader, int total) {
    Rating rating;
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            rating.sheet.at(segment, wall).grade = std::min(3, total);
            total -= std::min(3, total);
        }
    }
    REQUIRE(table.add({image, reader, "ivg", {}}, rating));
}

} // namespace

TEST_CASE("the radial error is the distance of the same point, in pixels and in millimetres", "[landmarks]") {
    const PixelSpacing spacing{0.5, 2, SpacingSource::PixelSpacing};
    const std::vector<ReaderLandmarks> landmarks{read("a", "A", spine(), spacing),
                                                 read("a", "B", moved(spine(), 3, 4), spacing)};
    const auto found = landmarkAgreement(landmarks, {}, "ivg");
    REQUIRE(found.size() == 1);
    CHECK(found[0].readers == "A-B");
    const LandmarkErrors& all = errorsOf(found[0], {}, {});
    CHECK(all.pixels.points == 24);
    CHECK(*all.pixels.mean == Approx(5));
    CHECK(*all.millimetres.mean == Approx(std::hypot(3 * 0.5, 4 * 2)));
    CHECK(*all.pixels.largest == Approx(5));
    CHECK(errorsOf(found[0], Level::L2, {}).pixels.points == 4);
    CHECK(errorsOf(found[0], {}, Corner::InferiorAnterior).pixels.points == 6);
    CHECK(errorsOf(found[0], Level::L5, Corner::SuperiorPosterior).pixels.points == 1);
    CHECK(found[0].errors.size() == 1 + 6 + 4 + 24);
}

TEST_CASE("images without a spacing have no millimetres", "[landmarks]") {
    const PixelSpacing spacing{1, 1, SpacingSource::Phantom};
    const auto found = landmarkAgreement(
        std::vector<ReaderLandmarks>{read("a", "A", spine()), read("a", "B", moved(spine(), 1, 0)),
                                     read("b", "A", spine(), spacing),
                                     read("b", "B", moved(spine(), 0, 3), spacing)},
        {}, "ivg");
    const LandmarkErrors& all = errorsOf(found.front(), {}, {});
    CHECK(all.pixels.images == 2);
    CHECK(all.millimetres.images == 1);
    CHECK(*all.pixels.mean == Approx(2));
    CHECK(*all.millimetres.mean == Approx(3));
    CHECK(all.millimetres.meanInterval.low.reason() == Undefined::TooFewImages);
    const auto none = landmarkAgreement(
        std::vector<ReaderLandmarks>{read("a", "A", spine()), read("a", "B", spine())}, {}, "ivg");
    CHECK(errorsOf(none.front(), {}, {}).millimetres.mean.reason() == Undefined::TooFewImages);
}

TEST_CASE("quantiles lie between the order statistics", "[landmarks]") {
    // One corner on five images, 1, 2, 3, 4 and 10 apart. numpy.percentile([1, 2, 3, 4, 10], 95) is 8.8.
    std::vector<ReaderLandmarks> landmarks;
    for (const double apart : {4.0, 1.0, 10.0, 2.0, 3.0}) {
        const std::string image = std::to_string(apart);
        landmarks.push_back(read(image, "A", spine()));
        landmarks.push_back(read(image, "B", moved(spine(), apart, 0)));
    }
    const auto found = landmarkAgreement(landmarks, {}, "ivg");
    const RadialErrors& one = errorsOf(found.front(), Level::L3, Corner::SuperiorAnterior).pixels;
    CHECK(*one.median == Approx(3));
    CHECK(*one.percentile95 == Approx(8.8));
    CHECK(*one.largest == Approx(10));
    CHECK(*one.mean == Approx(4));
    // One point an image: the interval is the t interval of the mean; SD sqrt(12.5), t(4) 2.7764451052.
    const double reach = 2.7764451051977987 * std::sqrt(12.5 / 5);
    CHECK(*one.meanInterval.low == Approx(4 - reach));
    CHECK(*one.meanInterval.high == Approx(4 + reach));
    // Four alike points an image say no more than one: the interval stays as wide.
    const RadialErrors& level = errorsOf(found.front(), Level::L3, {}).pixels;
    CHECK(level.points == 20);
    CHECK(*level.meanInterval.high == Approx(4 + reach));
}

TEST_CASE("points of unequal number are clustered as a ratio of sums", "[landmarks]") {
    // Image a: 24 points 1 apart; b: 12 points 4 apart (three levels without points); c: 24 points 2 apart.
    Landmarks half = spine();
    for (const Level level : {Level::T12, Level::L1, Level::L2})
        for (const Corner corner : kCorners)
            half.at(level).at(corner) = {};
    const auto found = landmarkAgreement(
        std::vector<ReaderLandmarks>{read("a", "A", spine()), read("a", "B", moved(spine(), 1, 0)),
                                     read("b", "A", spine()), read("b", "B", moved(half, 4, 0)),
                                     read("c", "A", spine()), read("c", "B", moved(spine(), 0, 2))},
        {}, "ivg");
    const LandmarkErrors& all = errorsOf(found.front(), {}, {});
    CHECK(all.missing == 12);
    const double mean = (24 * 1.0 + 12 * 4.0 + 24 * 2.0) / 60;
    CHECK(*all.pixels.mean == Approx(mean));
    const double a = 24 - mean * 24, b = 48 - mean * 12, c = 48 - mean * 24;
    const double error = std::sqrt(3.0 / 2 * (a * a + b * b + c * c)) / 60;
    CHECK(*all.pixels.meanInterval.high == Approx(mean + 4.302652729696142 * error)); // t(2)
}

TEST_CASE("points that nobody placed count apart from those that both did", "[landmarks]") {
    Landmarks predicted = spine();
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            predicted.at(level).at(corner).state = PointState::Predicted;
    Landmarks first = predicted, second = predicted;
    first.at(Level::L1).at(Corner::SuperiorAnterior).state = PointState::Confirmed;
    second.at(Level::L1).at(Corner::SuperiorAnterior) = {
        PixelPoint{first.at(Level::L1).at(Corner::SuperiorAnterior).position->x + 6,
                   first.at(Level::L1).at(Corner::SuperiorAnterior).position->y},
        PointState::Edited, false};
    second.at(Level::L2).at(Corner::SuperiorAnterior).state = PointState::Edited; // by one alone
    const auto found = landmarkAgreement(
        std::vector<ReaderLandmarks>{read("a", "A", first), read("a", "B", second)}, {}, "ivg");
    const LandmarkErrors& all = errorsOf(found.front(), {}, {});
    CHECK(*all.pixels.mean == Approx(6.0 / 24));
    CHECK(all.placedPixels.points == 1);
    CHECK(*all.placedPixels.mean == Approx(6));
}

TEST_CASE("a segment is bound by eight corners, the total by twenty", "[landmarks]") {
    const auto l1 = boundingCorners({Unit::Kind::Level, Segment::L1, Wall::Anterior});
    CHECK(l1.size() == 8);
    CHECK(std::ranges::count(l1, std::pair(Level::T12, Corner::InferiorAnterior)) == 1);
    CHECK(std::ranges::count(l1, std::pair(Level::T12, Corner::SuperiorAnterior)) == 0);
    CHECK(std::ranges::count(l1, std::pair(Level::L2, Corner::SuperiorPosterior)) == 1);
    CHECK(boundingCorners(kTotal).size() == 20);
}

TEST_CASE("distance and score difference are correlated over images", "[landmarks]") {
    const std::vector<double> apart{0, 1, 2, 3, 4, 5};
    const std::vector<int> difference{0, 1, 0, 2, 1, 3};
    RatingTable table;
    std::vector<ReaderLandmarks> landmarks;
    for (std::size_t i = 0; i < apart.size(); ++i) {
        const std::string image = "I" + std::to_string(i);
        addTotal(table, image, "A", 5);
        addTotal(table, image, "B", i % 2 == 0 ? 5 + difference[i] : 5 - difference[i]);
        landmarks.push_back(read(image, "A", spine()));
        landmarks.push_back(read(image, "B", moved(spine(), 0, apart[i])));
    }
    const auto found = landmarkAgreement(landmarks, table, "ivg");
    const auto& bonds = found.front().withScores;
    CHECK(bonds.size() == 5);
    const auto total = std::ranges::find(bonds, kTotal, &std::pair<Unit, DistanceAndScore>::first);
    REQUIRE(total != bonds.end());
    CHECK(total->second.images == 6);
    CHECK(total->second.imagesMm == 0);
    // scipy.stats.pearsonr and spearmanr of [0, 1, 2, 3, 4, 5] with [0, 1, 0, 2, 1, 3]
    CHECK(*total->second.pixelsPearson.r == Approx(0.7772909266606611));
    CHECK(*total->second.pixels.rho == Approx(0.7650368522374495));
    CHECK(total->second.millimetres.rho.reason() == Undefined::TooFewImages);
}

TEST_CASE("where no reader moved a point there is no variance to go with", "[landmarks]") {
    RatingTable table;
    std::vector<ReaderLandmarks> landmarks;
    for (int i = 0; i < 5; ++i) {
        const std::string image = "I" + std::to_string(i);
        for (const std::string reader : {"A", "B"}) {
            addTotal(table, image, reader, reader == "A" ? 4 : i);
            landmarks.push_back(read(image, reader, spine()));
        }
    }
    const auto found = landmarkAgreement(landmarks, table, "ivg");
    const DistanceAndScore& bond = found.front().withScores.back().second;
    CHECK(bond.pixels.rho.reason() == Undefined::NoVariance);
    CHECK(bond.pixels.bonettWright.low.reason() == Undefined::NoVariance);
    CHECK(bond.pixelsPearson.fisher.high.reason() == Undefined::NoVariance);
}

TEST_CASE("several readers have their pairs and all pairs together, of their own condition alone",
          "[landmarks]") {
    std::vector<ReaderLandmarks> landmarks{read("a", "A", spine()), read("a", "B", moved(spine(), 1, 0)),
                                           read("a", "C", moved(spine(), 3, 0)), read("b", "A", spine())};
    landmarks.push_back({"a", "D", "other", spine(), std::nullopt});
    const auto found = landmarkAgreement(landmarks, {}, "ivg");
    REQUIRE(found.size() == 4);
    CHECK(found.back().readers == "all");
    CHECK(*errorsOf(found.back(), {}, {}).pixels.mean == Approx((1.0 + 3 + 2) / 3));
    CHECK(errorsOf(found.back(), {}, {}).pixels.images == 1);
    CHECK(landmarkAgreement(landmarks, {}, "other").empty());
}

TEST_CASE("landmark errors stand in the files of a report", "[landmarks]") {
    RatingTable table;
    addTotal(table, "a", "A", 1);
    addTotal(table, "a", "B", 2);
    AgreementOptions options;
    options.study = "s";
    options.landmarks = {read("a", "A", spine()), read("a", "B", moved(spine(), 3, 4))};
    const AgreementReport report = makeAgreementReport(table, options);
    const std::string json = agreementToJson(report);
    CHECK_THAT(json, Catch::Contains("\"s/ivg/A-B/landmarks/radial_px.mean\":5,"));
    CHECK_THAT(json, Catch::Contains("\"s/ivg/A-B/landmarks-L3-inferiorPosterior/radial_px.points\":1,"));
    CHECK_THAT(json, Catch::Contains("\"s/ivg/A-B/landmarks/radial_mm.mean\":null"));
    CHECK_THAT(json, Catch::Contains("\"s/ivg/A-B/total/distance_px.spearman\":null"));
    CHECK_THAT(agreementToCsv(std::span(&report, 1)),
               Catch::Contains("s,ivg,A-B,landmarks-T12,,radial_px.max,5,,1,"));
}
