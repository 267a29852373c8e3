// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "model/Weights.h"
#include "model/network/VerteNet.h"
#include "model/network/encoders/EfficientNet.h"

#include <set>

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

VerteNetOptions smallOptions(DecoderKind decoder) {
    VerteNetOptions options;
    options.decoder = decoder;
    options.window = 4;
    options.inputHeight = 64;
    options.inputWidth = 32;
    return options;
}

} // namespace

TEST_CASE("the encoder has EfficientNetV2-S's parameters under torchvision's names", "[model][network]") {
    EfficientNet encoder = efficientNetV2S();
    std::int64_t count = 0;
    std::set<std::string> names;
    for (const auto& [name, tensor] : stateOf(*encoder))
        names.insert(name);
    for (const torch::Tensor& parameter : encoder->parameters())
        count += parameter.numel();
    CHECK(count == 19847248); // torchvision's 21,458,488 less last convolution and classifier
    for (const char* name :
         {"features.0.0.weight", "features.0.1.running_mean", "features.1.0.block.0.0.weight",
          "features.2.0.block.1.1.bias", "features.4.0.block.2.fc1.weight", "features.5.3.block.3.0.weight",
          "features.6.14.block.3.1.running_var"})
        CHECK(names.count(name) == 1);
    CHECK(names.count("features.7.0.weight") == 0);
}

TEST_CASE("the encoder halves the picture at every level", "[model][network]") {
    const torch::NoGradGuard noGrad;
    EfficientNet encoder = efficientNetV2S({GENERATE(false, true), 0.0});
    encoder->eval();
    const FeaturePyramid maps = encoder->forward(torch::zeros({1, 3, 64, 96}));
    CHECK(maps[0].sizes() == torch::IntArrayRef({1, 48, 16, 24}));
    CHECK(maps[1].sizes() == torch::IntArrayRef({1, 64, 8, 12}));
    CHECK(maps[2].sizes() == torch::IntArrayRef({1, 160, 4, 6}));
    CHECK(maps[3].sizes() == torch::IntArrayRef({1, 256, 2, 3}));
}

TEST_CASE("an input that the network cannot take is refused by name", "[model][network]") {
    EfficientNet encoder = efficientNetV2S();
    CHECK_THROWS_AS(encoder->forward(torch::zeros({1, 3, 60, 64})), c10::Error);
    CHECK_THROWS_AS(encoder->forward(torch::zeros({1, 1, 64, 64})), c10::Error);
}

TEST_CASE("every decoder variant gives a map at a quarter of the size", "[model][network]") {
    const torch::NoGradGuard noGrad;
    const DecoderKind kind = GENERATE(from_range(kDecoderKinds));
    VerteNet network(smallOptions(kind));
    network->eval();
    const VerteNetMaps maps = network->forward(torch::zeros({2, 1, 64, 32}));
    CHECK(maps.features.sizes() == torch::IntArrayRef({2, 48, 16, 8}));
    CHECK(maps.heatmapLogits.sizes() == torch::IntArrayRef({2, 1, 16, 8}));
    CHECK(maps.sideLogit.sizes() == torch::IntArrayRef({2}));
}

TEST_CASE("an untrained full decoder computes what the simple one does", "[model][network]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(5);
    VerteNet simple(smallOptions(DecoderKind::Simple));
    VerteNet full(smallOptions(DecoderKind::Mcfb));
    std::map<std::string, torch::Tensor> state;
    for (const auto& [name, tensor] : stateOf(*simple))
        state.emplace(name, tensor);
    for (auto& [name, tensor] : stateOf(*full))
        if (const auto found = state.find(name); found != state.end())
            torch::Tensor(tensor).copy_(found->second);
    simple->eval();
    full->eval();
    const torch::Tensor picture = torch::rand({1, 1, 64, 32}) - 0.5;
    CHECK(largestDifference(simple->forward(picture).features, full->forward(picture).features) < 1e-4);
}

TEST_CASE("folding the normalisations changes nothing but the last digits", "[model][network]") {
    const torch::NoGradGuard noGrad;
    torch::manual_seed(6);
    VerteNet network(smallOptions(DecoderKind::Mcfb));
    for (auto& [name, tensor] : stateOf(*network))
        if (name.ends_with("running_var")) torch::Tensor(tensor).uniform_(0.5, 2);
    network->eval();
    const torch::Tensor picture = torch::rand({1, 1, 64, 32}) - 0.5;
    const torch::Tensor before = network->forward(picture).features;
    network->foldNormalisations();
    const torch::Tensor after = network->forward(picture).features;
    CHECK(largestDifference(before, after) < 1e-4 * before.abs().max().item<double>());
}

TEST_CASE("offsets at asked cells equal the dense maps, at the border too", "[model][heads]") {
    torch::manual_seed(7);
    const torch::NoGradGuard noGrad;
    Heads heads(48, false);
    test::fillAtRandom(*heads, 0.05);
    for (auto& item : heads->named_parameters())
        if (item.value().dim() == 1) item.value().normal_(0, 1); // relu(bias) beyond the border would show
    const torch::Tensor features = torch::randn({2, 48, 20, 14});
    const auto [centre, corners] = heads->denseOffsets(features);
    const std::vector<std::vector<std::int64_t>> places{{0, 0}, {13, 19}, {13, 0}, {2, 18}, {7, 9}, {0, 10}};
    torch::Tensor cells = torch::empty({2, 6, 2}, torch::kLong);
    for (std::int64_t b = 0; b < 2; ++b)
        for (std::int64_t k = 0; k < 6; ++k)
            cells[b][k] = torch::tensor(places[static_cast<std::size_t>((k + b) % 6)]);
    const CellOffsets sparse = heads->offsetsAt(features, cells);
    for (std::int64_t b = 0; b < 2; ++b)
        for (std::int64_t k = 0; k < 6; ++k) {
            const auto& place = places[static_cast<std::size_t>((k + b) % 6)];
            CHECK(largestDifference(sparse.centre[b][k], centre[b].select(2, place[0]).select(1, place[1])) <
                  1e-3);
            CHECK(largestDifference(sparse.corners[b][k],
                                    corners[b].select(2, place[0]).select(1, place[1])) < 1e-3);
        }
}

TEST_CASE("a network says levels only when it has the head for it, from three by three cells",
          "[model][heads]") {
    torch::manual_seed(8);
    const torch::NoGradGuard noGrad;
    const torch::Tensor features = torch::randn({1, 48, 9, 7});
    const torch::Tensor cells = torch::tensor({std::int64_t{3}, std::int64_t{4}}).view({1, 1, 2});
    CHECK_FALSE(Heads(48, false)->levelLogitsAt(features, cells).defined());
    Heads heads(48, true);
    test::fillAtRandom(*heads, 0.05);
    const torch::Tensor said = heads->levelLogitsAt(features, cells);
    REQUIRE(said.sizes() == at::IntArrayRef({1, 1, kLevelClasses}));
    torch::Tensor farAway = features.clone();
    farAway.slice(2, 6, 9).fill_(5);
    CHECK(largestDifference(heads->levelLogitsAt(farAway, cells), said) == 0);
    torch::Tensor nearby = features.clone();
    nearby.slice(2, 5, 6).fill_(5);
    CHECK(largestDifference(heads->levelLogitsAt(nearby, cells), said) > 0.01);
}

TEST_CASE("an untrained heatmap says one in ten everywhere", "[model][heads]") {
    const torch::NoGradGuard noGrad;
    Heads heads(48, false);
    const torch::Tensor logits = heads->heatmapLogits(torch::zeros({1, 48, 4, 4}));
    CHECK(logits.min().item<double>() == Approx(-2.19));
    CHECK(logits.max().item<double>() == Approx(-2.19));
}
