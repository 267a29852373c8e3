// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "core/geometry/ScanGeometry.h"
#include "model/Predict.h"
#include "model/Resample.h"
#include "model/training/samples/SampleRandom.h"

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

DisplayImage noise(int width, int height) {
    DisplayImage picture{width, height, {}};
    SampleRandom random(3, 4);
    for (int i = 0; i < width * height; ++i)
        picture.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    return picture;
}

torch::Tensor tensorOf(const DisplayImage& picture) {
    torch::Tensor tensor = torch::empty({1, 1, picture.height, picture.width});
    std::copy(picture.pixels.begin(), picture.pixels.end(), tensor.mutable_data_ptr<float>());
    return tensor;
}

} // namespace

TEST_CASE("resizing equals PyTorch's antialiased bilinear resize", "[model][preprocess]") {
    const auto [width, height] = GENERATE(table<int, int>({{128, 256}, {512, 1024}, {96, 700}, {402, 1104}}));
    const DisplayImage picture = noise(402, 1104);
    const FloatPicture mine = resized(picture, width, height);
    const torch::Tensor theirs = torch::_upsample_bilinear2d_aa(tensorOf(picture), {height, width}, false);
    const torch::Tensor own = torch::tensor(at::ArrayRef<float>(mine.values)).view({1, 1, height, width});
    CHECK(largestDifference(own, theirs) < 8e-3); // of 255; theirs sums in single precision too
}

TEST_CASE("a dot lands where the scan's geometry says", "[model][preprocess]") {
    const int x = GENERATE(40, 201, 377);
    constexpr int y = 611;
    DisplayImage picture{402, 1104, std::vector<std::uint8_t>(402 * 1104, 0)};
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx)
            picture.pixels[static_cast<std::size_t>((y + dy) * 402 + x + dx)] = 255;
    const bool isLeft = GENERATE(false, true);
    const FloatPicture resizedPicture = resized(picture, kNetworkWidth, kNetworkHeight);
    const torch::Tensor input = toInput(resizedPicture, isLeft) + 0.5;
    const double sum = input.sum().item<double>();
    const double meanX = (input.sum({0, 1, 2}) * torch::arange(kNetworkWidth)).sum().item<double>() / sum;
    const double meanY = (input.sum({0, 1, 3}) * torch::arange(kNetworkHeight)).sum().item<double>() / sum;
    const ScanGeometry geometry{402, 1104, std::nullopt};
    const NetworkPoint expected =
        geometry.toNetwork({static_cast<double>(x), y}, isLeft ? AnteriorSide::Left : AnteriorSide::Right);
    CHECK(meanX == Approx(expected.x).margin(0.05));
    CHECK(meanY == Approx(expected.y).margin(0.05));
}

TEST_CASE("the network's input lies between minus and plus one half", "[model][preprocess]") {
    const torch::Tensor input = toInput(resized({1, 1, {255}}, 32, 32), false);
    CHECK(input.min().item<float>() == Approx(0.5F));
    CHECK(toInput(resized({1, 1, {0}}, 32, 32), true).max().item<float>() == Approx(-0.5F));
}
