// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Augment.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace vertescore;

namespace {

/// A frame-sized picture with a bright blob at each vertebra's top-left corner, on black.
struct Marked {
    DisplayImage picture{kNetworkWidth, kNetworkHeight,
                         std::vector<std::uint8_t>(std::size_t{kNetworkWidth} * kNetworkHeight, 0)};
    ScanTargets targets;

    Marked() {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const double x = 200 + 10.0 * static_cast<double>(i);
            const double y = 420 + 75.0 * static_cast<double>(i);
            targets[i] = {true,
                          false,
                          {x, y},
                          {{{x - 40, y - 25}, {x + 40, y - 25}, {x - 40, y + 25}, {x + 40, y + 25}}}};
            for (int dy = -5; dy <= 5; ++dy)
                for (int dx = -5; dx <= 5; ++dx)
                    mark(static_cast<int>(x) - 40 + dx, static_cast<int>(y) - 25 + dy);
        }
    }

    void mark(int x, int y) { picture.pixels[static_cast<std::size_t>(y * kNetworkWidth + x)] = 255; }
};

DisturbOptions noDisturbance() {
    return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
}

/// A single bright pixel on grey.
GreySample dot() {
    GreySample sample{21, 31, std::vector<float>(21 * 31, 0.0F)};
    sample.values[15 * 21 + 10] = 0.4F;
    return sample;
}

/// dot() after one kind of disturbance, the n-th.
GreySample disturbedDot(DisturbOptions options, std::uint64_t n) {
    GreySample sample = dot();
    SampleRandom random(6, n);
    disturb(sample, options, random);
    return sample;
}

double deviationOf(const std::vector<float>& values) {
    double sum = 0, squares = 0;
    for (const float value : values) {
        sum += static_cast<double>(value);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / n - sum / n * sum / n);
}

AugmentOptions geometryOnly() {
    AugmentOptions options;
    options.brightness = 0;
    options.lowestContrast = options.highestContrast = 1;
    options.gamma = 0;
    options.invertChance = 0;
    options.disturb = noDisturbance();
    return options;
}

float greyAt(const TrainingSample& sample, NetworkPoint point) {
    const auto x = std::lround((point.x + 0.5) * sample.width / kNetworkWidth - 0.5);
    const auto y = std::lround((point.y + 0.5) * sample.height / kNetworkHeight - 0.5);
    return sample.grey[static_cast<std::size_t>(y * sample.width + x)];
}

} // namespace

TEST_CASE("labels stay on the features they name, through every augmentation", "[model][augment]") {
    const Marked marked;
    for (std::uint64_t n = 0; n < 40; ++n) {
        const TrainingSample sample = augmentedSample(marked.picture, marked.targets, AnteriorSide::Right,
                                                      256, 512, geometryOnly(), SampleRandom(1, n));
        const bool isMirrored = sample.anterior == AnteriorSide::Left;
        for (const VertebraTarget& target : sample.targets) {
            CHECK(greyAt(sample, target.corners[isMirrored ? kTopRight : kTopLeft]) > 0.3F);
            CHECK(target.corners[kTopLeft].x < target.corners[kTopRight].x);
        }
    }
}

TEST_CASE("every present vertebra stays inside the picture", "[model][augment]") {
    const Marked marked;
    for (std::uint64_t n = 0; n < 300; ++n) {
        SampleRandom random(2, n);
        const FrameMap map = drawFrameMap(marked.targets, AugmentOptions{}, random);
        for (const VertebraTarget& target : mapped(marked.targets, map))
            for (const NetworkPoint corner : target.corners) {
                CHECK(corner.x >= 0);
                CHECK(corner.y >= 0);
                CHECK(corner.x <= kNetworkWidth - 1);
                CHECK(corner.y <= kNetworkHeight - 1);
            }
    }
}

TEST_CASE("about half of the samples are mirrored and some expand to one and a half", "[model][augment]") {
    const Marked marked;
    int mirrored = 0;
    double least = 1;
    for (std::uint64_t n = 0; n < 400; ++n) {
        SampleRandom random(3, n);
        const FrameMap map = drawFrameMap(marked.targets, AugmentOptions{}, random);
        mirrored += map.mirrors() ? 1 : 0;
        least = std::min(least, std::sqrt(std::abs(map.xx * map.yy - map.xy * map.yx)));
    }
    CHECK(mirrored > 150);
    CHECK(mirrored < 250);
    CHECK(least == Approx(1 / 1.5).margin(0.02));
}

TEST_CASE("a sample depends on seed and number alone", "[model][augment]") {
    const Marked marked;
    const auto make = [&](std::uint64_t number) {
        return augmentedSample(marked.picture, marked.targets, AnteriorSide::Right, 64, 128, AugmentOptions{},
                               SampleRandom(9, number));
    };
    CHECK(make(5).grey == make(5).grey);
    CHECK(make(5).grey != make(6).grey);
}

TEST_CASE("switched off, augmentation leaves the labels alone", "[model][augment]") {
    const Marked marked;
    AugmentOptions options;
    options.enabled = false;
    const TrainingSample sample = augmentedSample(marked.picture, marked.targets, AnteriorSide::Left, 256,
                                                  512, options, SampleRandom(1, 1));
    CHECK(sample.anterior == AnteriorSide::Left);
    CHECK(sample.targets[3].centre.x == marked.targets[3].centre.x);
    CHECK(greyAt(sample, sample.targets[3].corners[kTopLeft]) == Approx(0.5F));
}

TEST_CASE("a sample may be inverted", "[model][augment]") {
    const Marked marked;
    AugmentOptions options = geometryOnly();
    options.invertChance = 1;
    const TrainingSample sample = augmentedSample(marked.picture, marked.targets, AnteriorSide::Right, 256,
                                                  512, options, SampleRandom(1, 4));
    const bool isMirrored = sample.anterior == AnteriorSide::Left;
    const VertebraTarget& target = sample.targets[2];
    CHECK(greyAt(sample, target.corners[isMirrored ? kTopRight : kTopLeft]) < -0.3F);
    CHECK(greyAt(sample, target.centre) == Approx(0.5F));
}

TEST_CASE("the inverse of a frame map undoes it", "[model][augment]") {
    const FrameMap map{0.8, -0.1, 0.2, 1.1, 30, -40};
    const NetworkPoint there = map.apply({123, 456});
    CHECK(map.applyInverse(there).x == Approx(123));
    CHECK(map.applyInverse(there).y == Approx(456));
}

TEST_CASE("without a disturbance the greys stay as they are", "[model][augment]") {
    CHECK(disturbedDot(noDisturbance(), 1).values == dot().values);
}

TEST_CASE("a blur spreads a dot evenly and keeps its sum, sharpening makes it stand out",
          "[model][augment]") {
    DisturbOptions options = noDisturbance();
    options.blurChance = 1;
    options.largestBlur = 1.1;
    const auto at = [](const GreySample& sample, int x, int y) {
        return sample.values[static_cast<std::size_t>(y * sample.width + x)];
    };
    const GreySample blurred = disturbedDot(options, 3);
    CHECK(at(blurred, 10, 15) < 0.4F);
    CHECK(at(blurred, 10, 14) > 0);
    CHECK(at(blurred, 9, 15) == Approx(at(blurred, 10, 16)));
    CHECK(std::accumulate(blurred.values.begin(), blurred.values.end(), 0.0) == Approx(0.4).epsilon(1e-4));
    options = noDisturbance();
    options.sharpenChance = 1;
    options.largestSharpening = 1;
    const GreySample sharp = disturbedDot(options, 3);
    CHECK(at(sharp, 10, 15) > 0.4F);
    CHECK(at(sharp, 10, 14) < 0);
}

TEST_CASE("noise is no stronger than it may be, and greys stay in their range", "[model][augment]") {
    DisturbOptions options = noDisturbance();
    options.noiseChance = 1;
    options.largestNoise = 0.05;
    options.largestGrain = 2;
    double largest = 0;
    for (std::uint64_t n = 0; n < 60; ++n) {
        GreySample sample{40, 60, std::vector<float>(2400, 0.0F)};
        SampleRandom random(7, n);
        disturb(sample, options, random);
        largest = std::max(largest, deviationOf(sample.values));
    }
    CHECK(largest > 0.03);
    CHECK(largest < 0.055);
    options.largestNoise = 20;
    const GreySample wild = disturbedDot(options, 1);
    CHECK(*std::max_element(wild.values.begin(), wild.values.end()) <= 0.5F);
    CHECK(*std::min_element(wild.values.begin(), wild.values.end()) >= -0.5F);
}

TEST_CASE("shading changes slowly, stripes change along one axis only", "[model][augment]") {
    DisturbOptions options = noDisturbance();
    options.shadingChance = 1;
    options.largestShading = 0.3;
    GreySample shaded{60, 100, std::vector<float>(6000, 0.0F)};
    SampleRandom random(8, 2);
    disturb(shaded, options, random);
    double steepest = 0;
    for (std::size_t i = 1; i < 60; ++i)
        steepest = std::max(steepest, std::abs(static_cast<double>(shaded.values[i] - shaded.values[i - 1])));
    CHECK(deviationOf(shaded.values) > 0.01);
    CHECK(steepest < 0.3 / 2 * 2 * 2 * std::sqrt(12.0) / 60); // knots 2 apart, the largest swing between two
    options = noDisturbance();
    options.stripeChance = 1;
    options.largestStripe = 0.1;
    const GreySample striped = disturbedDot(options, 5);
    const bool areRows = striped.values[0] == striped.values[1];
    CHECK(striped.values[0] != striped.values[areRows ? 21 : 1]);
    CHECK(striped.values[0] == striped.values[areRows ? 5 : 5 * 21]);
}
