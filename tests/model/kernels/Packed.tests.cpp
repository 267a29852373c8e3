// SPDX-License-Identifier: GPL-3.0-or-later
#include "../TorchTest.h"

#include "model/kernels/FusedOperations.h"
#include "model/kernels/Packed.h"
#include "model/network/Attention.h"
#include "model/network/VerteNet.h"

using namespace vertescore;
using vertescore::test::largestDifference;

TEST_CASE("the fused gate equals depthwise convolution, GELU and product", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(4);
    const std::int64_t wide = 64;
    const torch::Tensor x = torch::randn({2, 5, 7, wide});
    torch::nn::Conv2d depthwise(torch::nn::Conv2dOptions(wide, wide, 3).padding(1).groups(wide));
    const torch::Tensor y = depthwise(x.permute({0, 3, 1, 2})).permute({0, 2, 3, 1});
    const auto halves = y.chunk(2, 3);
    const torch::Tensor expected = torch::gelu(halves[0]) * halves[1];
    const torch::Tensor weight = depthwise->weight.view({wide, 9}).t().contiguous();
    CHECK(largestDifference(fusedGatedDepthwise(x, weight, depthwise->bias), expected) < 2e-6);
}

TEST_CASE("the gate of a map of one row and one column has zeros all round", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    const torch::Tensor x = torch::ones({1, 1, 1, 32});
    torch::Tensor weight = torch::full({9, 32}, 100.0F);
    weight[4].fill_(1); // only the middle lies on the map
    const torch::Tensor out = fusedGatedDepthwise(x, weight, torch::zeros({32}));
    CHECK(largestDifference(out, torch::gelu(torch::ones({1, 1, 1, 16}))) < 1e-6);
}

TEST_CASE("the packed depthwise convolution equals the layer and SiLU", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(7);
    const std::int64_t stride = GENERATE(1, 2);
    torch::nn::Conv2d layer(torch::nn::Conv2dOptions(48, 48, 3).stride(stride).padding(1).groups(48));
    for (const auto& [height, width] : {std::pair{9, 40}, {8, 7}, {1, 1}, {2, 300}}) {
        const torch::Tensor x = torch::randn({2, 48, height, width}) * 3;
        REQUIRE(PackedDepthwise::canHold(*layer));
        CHECK(largestDifference(PackedDepthwise(*layer)(x), torch::silu(layer(x))) < 1e-5);
    }
}

TEST_CASE("a depthwise convolution that our kernel does not know is left to others", "[model][kernels]") {
    using Options = torch::nn::Conv2dOptions;
    const auto canHold = [](const Options& options) {
        return PackedDepthwise::canHold(*torch::nn::Conv2d(options));
    };
    CHECK(canHold(Options(32, 32, 3).padding(1).groups(32)));
    CHECK_FALSE(canHold(Options(32, 32, 5).padding(2).groups(32)));
    CHECK_FALSE(canHold(Options(32, 32, 3).padding(0).groups(32)));
    CHECK_FALSE(canHold(Options(24, 24, 3).padding(1).groups(24)));
    CHECK_FALSE(canHold(Options(32, 32, 3).padding(1)));
    CHECK_FALSE(canHold(Options(32, 32, 3).padding(1).stride(3).groups(32)));
}

TEST_CASE("squeeze-and-excitation scales each picture by its own means", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(8);
    const std::int64_t channels = 64, squeezed = 10;
    const torch::Tensor narrow = torch::randn({squeezed, channels}), narrowBias = torch::randn({squeezed});
    const torch::Tensor wide = torch::randn({channels, squeezed}), wideBias = torch::randn({channels});
    torch::Tensor x = torch::randn({3, 40, 33, channels}); // more rows than one piece of the sums holds
    x[1] += 2;
    const torch::Tensor means = x.mean({1, 2});
    const torch::Tensor scales = torch::sigmoid(
        torch::matmul(torch::silu(torch::matmul(means, narrow.t()) + narrowBias), wide.t()) + wideBias);
    const torch::Tensor expected = x * scales.view({3, 1, 1, channels});
    fusedSqueezeExcitation(x,
                           {narrow, narrowBias, torch::constant_pad_nd(wide, {0, 6}).contiguous(), wideBias});
    CHECK(largestDifference(x, expected) < 1e-5);
}

TEST_CASE("what is added goes to every row, with its channel's bias", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(9);
    torch::Tensor x = torch::randn({2, 7, 9, 32});
    const torch::Tensor other = torch::randn_like(x), bias = torch::randn({32});
    const torch::Tensor expected = x + other + bias;
    fusedAdd(x, other, bias);
    CHECK(largestDifference(x, expected) < 1e-6);
    torch::Tensor odd = torch::randn({1, 7, 11, 24}); // 7 * 256 numbers and some more
    const torch::Tensor more = torch::randn_like(odd), both = odd + more;
    fusedAdd(odd, more);
    CHECK(torch::equal(odd, both));
}

TEST_CASE("packed dual-resolution attention says what the plain one says, on odd maps too",
          "[model][kernels]") {
    torch::manual_seed(10);
    const std::int64_t reduction = GENERATE(2, 3);
    DualResolutionAttention attention(32, reduction, 4);
    {
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& parameter : attention->parameters())
            parameter.add_(torch::randn_like(parameter) * 0.2);
    }
    for (const auto& [height, width] : {std::pair{12, 12}, {11, 7}, {5, 18}}) {
        const torch::Tensor x = torch::randn({2, height, width, 32}), y = torch::randn_like(x);
        const torch::Tensor residual = torch::randn_like(x);
        DualResolutionAttention packed(32, reduction, 4);
        const torch::NoGradGuard noGrad;
        const auto theirs = attention->named_parameters();
        for (auto& item : packed->named_parameters())
            item.value().copy_(theirs[item.key()]);
        packed->pack();
        const torch::Tensor expected = attention->addedTo(residual, x, y);
        REQUIRE((expected - residual).abs().max().item<double>() > 0.1);
        CHECK(largestDifference(packed->addedTo(residual, x, y), expected) < 1e-4);
    }
}

TEST_CASE("packed layers equal the layers they were made of", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(5);
    torch::nn::Conv2d layer(torch::nn::Conv2dOptions(16, 32, 3).stride(2).padding(1));
    const torch::Tensor x = torch::randn({1, 16, 12, 10}).contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor plain = layer(x);
    CHECK(largestDifference(PackedConvolution(*layer, Activation::Silu)(x), torch::silu(plain)) < 1e-5);
    CHECK(largestDifference(PackedConvolution(*layer, Activation::Relu)(x), torch::relu(plain)) < 1e-5);
    const torch::Tensor other = torch::randn_like(plain);
    CHECK(largestDifference(withAdded(plain.clone(), other), plain + other) < 1e-5);

    PackableLinear linear(48, 32);
    const torch::Tensor tokens = torch::randn({1, 4, 5, 48});
    const torch::Tensor residual = torch::randn({1, 4, 5, 32});
    const torch::Tensor expected = torch::nn::functional::linear(tokens, linear->weight, linear->bias);
    CHECK(largestDifference(linear->addedTo(residual, tokens), expected + residual) < 1e-5);
    linear->pack();
    CHECK(largestDifference(linear(tokens), expected) < 1e-5);
    CHECK(largestDifference(linear->addedTo(residual, tokens), expected + residual) < 1e-5);
}

TEST_CASE("the network made ready for inference says what the network says", "[model][kernels]") {
    torch::manual_seed(6);
    VerteNetOptions options;
    options.decoder = GENERATE(DecoderKind::Simple, DecoderKind::Drca, DecoderKind::Mcfb);
    options.inputHeight = 96;
    options.inputWidth = 64;
    VerteNet network(options);
    const torch::Tensor picture = torch::rand({1, 1, 96, 64}) - 0.5;
    // Untrained, the blocks are the identity and the activations nearly nothing: give every weight something
    // to say, and let the normalisations see a picture once.
    {
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& parameter : network->parameters())
            parameter.add_(torch::randn_like(parameter) * 0.03);
        for (const auto& module : network->modules())
            if (auto* norm = module->as<torch::nn::BatchNorm2dImpl>()) norm->options.momentum(1.0);
        network->train();
        network->forward(torch::rand({4, 1, 96, 64}) - 0.5);
    }
    network->eval();
    VerteNetMaps plain;
    plain = network->forward(picture); // with gradients: the plain operations
    const torch::NoGradGuard noGrad;
    network->foldNormalisations();
    useChannelsLast(*network);
    network->pack();
    const VerteNetMaps ready = network->forward(picture);
    const double scale = plain.features.abs().max().item<double>();
    REQUIRE(scale > 1e-3);
    CHECK(largestDifference(ready.features, plain.features) < 1e-4 * scale);
    CHECK(largestDifference(ready.heatmapLogits, plain.heatmapLogits) <
          1e-4 * plain.heatmapLogits.abs().max().item<double>());
}
