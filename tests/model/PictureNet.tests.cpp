// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Random.h"
#include "model/picturenet/TrainPictureNet.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;

namespace {

/// Grey noise; every other sample has a black strip of random width along one side.
PictureSamples strips(std::uint64_t seed, std::size_t count) {
    PictureSamples samples;
    RandomStream random(seed, 0, 0);
    for (std::size_t i = 0; i < count; ++i) {
        PictureFeatures cells(kPictureRows, kPictureColumns, kPictureChannels);
        for (float& value : cells.values)
            value = static_cast<float>(random.uniform(0.2, 0.8));
        const int width = i % 2 == 1 ? random.integer(6, 24) : 0;
        for (int y = 0; y < cells.height; ++y)
            for (int x = 0; x < width; ++x)
                std::fill_n(cells.cell(y, x), cells.channels, 0.0F);
        samples.cells.push_back(std::move(cells));
        samples.isYes.push_back(width > 0);
        samples.styles.push_back(PhantomStyle::C);
    }
    return samples;
}

} // namespace

TEST_CASE("a small network learns strips and tells those it never saw", "[picturenet]") {
    PictureTraining training;
    training.epochs = 12;
    training.batch = 8;
    int epochs = 0;
    const auto net = trainPictureNet(strips(1, 64), training, [&](int done) { epochs = done; }, {});
    REQUIRE(net);
    CHECK(epochs == 12);
    const PictureFigures figures = measurePictureNet(*net, strips(2, 40));
    CHECK(figures.count == 40);
    CHECK(figures.yes == 20);
    CHECK(figures.accuracy() >= 0.95);
}

TEST_CASE("training twice gives the same network", "[picturenet]") {
    PictureTraining training;
    training.epochs = 1;
    const auto once = trainPictureNet(strips(3, 16), training, [](int) {}, {});
    const auto again = trainPictureNet(strips(3, 16), training, [](int) {}, {});
    REQUIRE(once);
    CHECK(once->toText() == again->toText());
    training.seed = 2;
    CHECK(trainPictureNet(strips(3, 16), training, [](int) {}, {})->toText() != once->toText());
}

TEST_CASE("nothing can be learned from no samples", "[picturenet]") {
    CHECK(trainPictureNet({}, {}, [](int) {}, {}).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("samples do not depend on the threads that draw them", "[picturenet]") {
    const auto one = makePictureSamples({PictureQuestion::FrontalView, 5, PhantomDomain::Train, 6, 1}, {});
    const auto three = makePictureSamples({PictureQuestion::FrontalView, 5, PhantomDomain::Train, 6, 3}, {});
    REQUIRE(one.cells.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(one.cells[i].values == three.cells[i].values);
        CHECK(one.isYes[i] == three.isYes[i]);
    }
}
