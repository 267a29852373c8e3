// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Augment.h"

#include <catch2/catch.hpp>

#include <cmath>

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

AugmentOptions geometryOnly() {
    AugmentOptions options;
    options.brightness = 0;
    options.lowestContrast = options.highestContrast = 1;
    options.gamma = 0;
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

TEST_CASE("the inverse of a frame map undoes it", "[model][augment]") {
    const FrameMap map{0.8, -0.1, 0.2, 1.1, 30, -40};
    const NetworkPoint there = map.apply({123, 456});
    CHECK(map.applyInverse(there).x == Approx(123));
    CHECK(map.applyInverse(there).y == Approx(456));
}
