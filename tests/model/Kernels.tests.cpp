// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "model/kernels/FusedOperations.h"
#include "model/kernels/KernelSet.h"
#include "model/kernels/Packed.h"
#include "model/network/VerteNet.h"

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

/// Every set that this processor can run.
std::vector<const KernelSet*> runnableSets() {
    std::vector<const KernelSet*> sets{&portableKernels()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) sets.push_back(&avx2Kernels());
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        sets.push_back(&avx512Kernels());
#endif
    return sets;
}

torch::Tensor inFloat(const torch::Tensor& x) {
    return x.to(torch::kFloat);
}

} // namespace

TEST_CASE("every kernel set normalises as LayerNorm does", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(3);
    const torch::Tensor x = torch::randn({37, 48}) * 3 + 1;
    const torch::Tensor weight = torch::randn({48}), bias = torch::randn({48});
    const torch::Tensor expected = torch::layer_norm(x, {48}, weight, bias, 1e-5);
    for (const KernelSet* set : runnableSets()) {
        INFO(set->name);
        torch::Tensor out = torch::empty_like(x);
        set->channelNorm({x.const_data_ptr(), out.mutable_data_ptr(), weight.const_data_ptr<float>(),
                          bias.const_data_ptr<float>(), 37, 48, 1e-5F},
                         KernelType::Float);
        CHECK(largestDifference(out, expected) < 1e-5);
        const torch::Tensor half = x.to(torch::kBFloat16);
        torch::Tensor halfOut = torch::empty_like(half);
        set->channelNorm({half.const_data_ptr(), halfOut.mutable_data_ptr(), weight.const_data_ptr<float>(),
                          bias.const_data_ptr<float>(), 37, 48, 1e-5F},
                         KernelType::Bf16);
        const torch::Tensor wanted = torch::layer_norm(inFloat(half), {48}, weight, bias, 1e-5);
        // bf16 keeps 8 significant bits: half a unit in the last place is at most 1/256 of the value.
        CHECK(((inFloat(halfOut) - wanted).abs() <= wanted.abs() / 255 + 1e-5).all().item<bool>());
    }
}

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

TEST_CASE("packed layers equal the layers they were made of", "[model][kernels]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(5);
    torch::nn::Conv2d layer(torch::nn::Conv2dOptions(16, 32, 3).stride(2).padding(1));
    const torch::Tensor x = torch::randn({1, 16, 12, 10}).contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor plain = layer(x);
    CHECK(largestDifference(PackedConvolution(*layer, Activation::Silu)(x), torch::silu(plain)) < 1e-5);
    CHECK(largestDifference(PackedConvolution(*layer, Activation::Relu)(x), torch::relu(plain)) < 1e-5);
    const torch::Tensor other = torch::randn_like(plain);
    CHECK(largestDifference(PackedConvolution(*layer, Activation::None).addedTo(other, x), plain + other) <
          1e-5);

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
