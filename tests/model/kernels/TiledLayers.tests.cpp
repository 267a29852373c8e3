// SPDX-License-Identifier: GPL-3.0-or-later
// Our own layers on matrix tiles against torch's operations, and what is fused of them against the layers one
// by one.
#include "../TorchTest.h"

#include "model/kernels/FeedForward.h"
#include "model/kernels/FusedOperations.h"
#include "tests/support/SharedTestData.h"

using namespace vertescore;

namespace {

torch::Tensor half(const torch::Tensor& x) {
    return x.to(torch::kBFloat16);
}

torch::Tensor activated(const torch::Tensor& x, Activation activation) {
    if (activation == Activation::Relu) return torch::relu(x);
    return activation == Activation::Silu ? torch::silu(x) : x;
}

/// activation(convolution) + added in double, of what is given in bf16; maps are [B,H,W,C].
torch::Tensor expectedOf(const torch::Tensor& map, const torch::Tensor& weight, const torch::Tensor& bias,
                         std::int64_t stride, Activation activation, const torch::Tensor& added) {
    const auto wide = [](const torch::Tensor& t) { return t.to(torch::kDouble); };
    const torch::Tensor y =
        torch::conv2d(wide(map).permute({0, 3, 1, 2}), wide(weight), wide(bias), stride, weight.size(2) / 2);
    return activated(y.permute({0, 2, 3, 1}), activation) + wide(added);
}

/// bf16 keeps 8 significant bits: rounding is at most 1/256 of the value. Half of that again for SiLU's own
/// error and the order of the sums, which are of numbers about 1.
bool isRoundingOf(const torch::Tensor& given, const torch::Tensor& wanted) {
    const torch::Tensor distance = (given.to(torch::kDouble) - wanted).abs();
    return (distance <= wanted.abs() * (1.5 / 256) + 1e-3).all().item<bool>();
}

bool hasTiles() {
    return TiledLayer::canHold(half(torch::zeros({16, 16, 1, 1})), 1);
}

} // namespace

TEST_CASE("a layer on matrix tiles says what the convolution says", "[model][kernels]") {
    if (!hasTiles()) VERTESCORE_SKIP("this processor has no matrix tiles for bf16");
    const torch::NoGradGuard noGrad;
    torch::manual_seed(21);
    const auto [side, stride] = GENERATE(std::pair{1, 1}, std::pair{3, 1}, std::pair{3, 2});
    // Channels: fewer than a step, steps and a part, whole steps; columns: odd, half a block, blocks and a
    // half.
    const auto [in, out] = GENERATE(std::pair{3, 24}, std::pair{48, 1}, std::pair{64, 40}, std::pair{96, 48});
    const auto [height, width] =
        GENERATE(std::pair{1, 1}, std::pair{9, 7}, std::pair{4, 33}, std::pair{3, 150});
    const Activation activation = GENERATE(Activation::None, Activation::Relu, Activation::Silu);
    INFO(side << " x " << side << " by " << stride << ", " << in << " to " << out << ", " << height << " x "
              << width);
    const torch::Tensor weight = half(torch::randn({out, in, side, side}) / std::sqrt(in * side * side));
    const torch::Tensor bias = half(torch::randn({out}));
    const torch::Tensor map = half(torch::randn({2, height, width, in}));
    const TiledLayer layer(weight, bias, stride, activation);
    const auto shape =
        std::vector<std::int64_t>{2, (height + stride - 1) / stride, (width + stride - 1) / stride, out};
    const torch::Tensor added = half(torch::randn(shape)), nothing = half(torch::zeros(shape));
    CHECK(isRoundingOf(layer(map), expectedOf(map, weight, bias, stride, activation, nothing)));
    CHECK(isRoundingOf(layer.addedTo(added, map), expectedOf(map, weight, bias, stride, activation, added)));
}

TEST_CASE("SiLU on matrix tiles holds far from zero", "[model][kernels]") {
    if (!hasTiles()) VERTESCORE_SKIP("this processor has no matrix tiles for bf16");
    const torch::NoGradGuard noGrad;
    const torch::Tensor x = half(torch::tensor({-1e30, -300.0, -88.0, -20.0, -5.0, -1.0, -0.01, 0.0, 0.01,
                                                1.0, 5.0, 20.0, 88.0, 300.0, 1e4, 1e30})
                                     .view({16, 1}));
    const TiledLayer layer(half(torch::ones({1, 1, 1, 1})), {}, 1, Activation::Silu);
    CHECK(isRoundingOf(layer(x), torch::silu(x.to(torch::kDouble))));
}

TEST_CASE("two layers in bands say what they say one after the other", "[model][kernels]") {
    if (!hasTiles()) VERTESCORE_SKIP("this processor has no matrix tiles for bf16");
    const torch::NoGradGuard noGrad;
    torch::manual_seed(22);
    const std::int64_t stride = GENERATE(1, 2);
    const TiledLayer first(half(torch::randn({40, 24, 3, 3}) / 15), half(torch::randn({40})), stride,
                           Activation::Silu);
    const TiledLayer last(half(torch::randn({24, 40, 1, 1}) / 6), half(torch::randn({24})), 1,
                          Activation::None);
    REQUIRE(first.canPassTo(last));
    CHECK_FALSE(last.canPassTo(first));
    for (const auto& [height, width] : {std::pair{1, 1}, {19, 33}, {40, 6}}) {
        const torch::Tensor map = half(torch::randn({2, height, width, 24}));
        const torch::Tensor between = first(map), expected = last(between);
        const torch::Tensor added = torch::randn_like(expected);
        CHECK(torch::equal(first.passedTo(last, map, {}), expected));
        CHECK(torch::equal(first.passedTo(last, map, added), last.addedTo(added, between)));
    }
}

TEST_CASE("a feed-forward network in bands says what its layers say one after the other",
          "[model][kernels]") {
    if (!hasTiles()) VERTESCORE_SKIP("this processor has no matrix tiles for bf16");
    const torch::NoGradGuard noGrad;
    torch::manual_seed(23);
    const std::int64_t channels = 48;
    PackableLayerNorm norm(torch::nn::LayerNormOptions({channels}));
    norm->weight.copy_(torch::randn({channels}));
    norm->bias.copy_(torch::randn({channels}));
    norm->pack();
    const auto layer = [](std::int64_t in, std::int64_t out) {
        return TiledLayer(half(torch::randn({out, in, 1, 1}) / 7), half(torch::randn({out})), 1,
                          Activation::None);
    };
    const TiledLayer in = layer(channels, 4 * channels), out = layer(2 * channels, channels);
    const torch::Tensor weight = torch::randn({9, 4 * channels}), bias = torch::randn({4 * channels});
    // Bands of one row and of many; a map of one row, of as many as a band, and of some more.
    for (const auto& [height, width] : {std::pair{1, 5}, {2, 128}, {5, 300}, {33, 16}, {40, 100}, {18, 1}}) {
        INFO(height << " x " << width);
        const torch::Tensor x = half(torch::randn({2, height, width, channels}));
        const torch::Tensor expected = out.addedTo(x, fusedGatedDepthwise(in(norm(x)), weight, bias));
        CHECK(torch::equal(fusedFeedForward(x, {*norm, in, weight, bias, out}), expected));
    }
}
