// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/bench/Complexity.h"
#include "model/bench/OperationProfile.h"

#include "model/network/VerteNet.h"

#include <catch2/catch.hpp>

#include <map>

using namespace vertescore;

namespace {

ComplexityReport counted(EncoderKind encoder, DecoderKind decoder) {
    VerteNetOptions options;
    options.encoder = encoder;
    options.decoder = decoder;
    options.inputHeight = 64;
    options.inputWidth = 64;
    const auto report = countComplexity(options);
    REQUIRE(report);
    return *report;
}

} // namespace

TEST_CASE("parameters and multiply-adds of the encoders are the published ones", "[model][complexity]") {
    // torchvision's models without classifier (and last 1x1 convolution); ResNet-34: 3.66 GMAC at 224 x 224
    // with a classifier of 0.5 MMAC, and at 64 x 64 (64 / 224)^2 of it.
    CHECK(counted(EncoderKind::EfficientNetV2S, DecoderKind::Simple).encoderParameters == 19847248);
    const ComplexityReport resNet = counted(EncoderKind::ResNet34, DecoderKind::Simple);
    CHECK(resNet.encoderParameters == 21284672);
    CHECK(static_cast<double>(resNet.multiplyAddsOf("encoder")) ==
          Approx(3.663e9 * 64 * 64 / 224 / 224).epsilon(0.005));
    // B3: 12,233,232 less the last convolution (384 x 1536 and its norm) and the classifier.
    CHECK(counted(EncoderKind::EfficientNetB3, DecoderKind::Simple).encoderParameters ==
          12233232 - 384 * 1536 - 2 * 1536 - 1000 * 1537);
}

TEST_CASE("heads and attention are counted by their formulas", "[model][complexity]") {
    const ComplexityReport simple = counted(EncoderKind::EfficientNetV2S, DecoderKind::Simple);
    // 16 x 16 cells; the hidden layers and the last ones of both offset heads.
    CHECK(simple.denseHeads == 256 * (48 * 256 * 9 + 256 * 2 + 48 * 256 * 49 + 256 * 8 * 49));
    CHECK(simple.sparseHeads == 6 * (48 * 256 * 9 + 256 * 2 + 49 * 48 * 256 * 49 + 256 * 8 * 49));
    CHECK(simple.multiplyAddsOf("heads") == 256 * (48 * 256 * 9 + 256));
    const ComplexityReport full = counted(EncoderKind::EfficientNetV2S, DecoderKind::Mcfb);
    CHECK(full.parameters > simple.parameters);
    CHECK(full.multiplyAddsOf("encoder") == simple.multiplyAddsOf("encoder"));
    CHECK(full.trunk() > simple.trunk());
}

TEST_CASE("every convolution and every linear layer of the trunk is counted once", "[model][complexity]") {
    const DecoderKind decoder = GENERATE(DecoderKind::Simple, DecoderKind::Drsa, DecoderKind::Mcfb);
    VerteNetOptions options;
    options.decoder = decoder;
    options.inputHeight = 64;
    options.inputWidth = 64;
    const VerteNet network(options);
    std::map<std::string, std::int64_t> expected; // weights of the layers, by name
    for (const auto& item : network->named_parameters()) {
        const std::string& name = item.key();
        const bool isAlongside = name.find("_offset") != std::string::npos || name.starts_with("side");
        if (item.value().dim() > 1 && !isAlongside) expected[name] = item.value().numel();
    }
    std::map<std::string, std::int64_t> counts;
    for (const LayerCost& layer : counted(options.encoder, decoder).layers)
        if (layer.parameters > 0) counts[layer.name] += layer.parameters;
    // Channel attention multiplies its weights with C x C matrices, not with tokens.
    for (const char* product : {"query_key_value.weight", "channels.attention.project.weight"})
        std::erase_if(expected, [&](const auto& item) { return item.first.ends_with(product); });
    for (const char* product : {"query_key_value.weight", "channels.attention.project.weight"})
        std::erase_if(counts, [&](const auto& item) { return item.first.ends_with(product); });
    CHECK(counts == expected);
}

TEST_CASE("a profile names each operation once, with its calls and a layer's multiply-adds", "[model]") {
    const torch::NoGradGuard noGrad;
    const torch::Tensor map = torch::zeros({1, 8, 10, 12}), weight = torch::zeros({16, 8, 3, 3});
    std::vector<OperationTime> times;
    {
        const OperationProfile profile;
        torch::conv2d(map, weight, {}, 1, 1);
        torch::conv2d(map, weight, {}, 1, 1);
        torch::relu(map);
        times = profile.times();
    }
    torch::relu(map); // after the profile's end
    const auto named = [&](const std::string& name) {
        std::vector<OperationTime> found;
        std::copy_if(times.begin(), times.end(), std::back_inserter(found),
                     [&](const OperationTime& each) { return each.name == name; });
        return found;
    };
    REQUIRE(named("aten::convolution").size() == 1);
    const OperationTime convolution = named("aten::convolution").front();
    CHECK(convolution.shape == "1x8x10x12 by 16x8x3x3");
    CHECK(convolution.calls == 2);
    std::int64_t multiplyAdds = 0; // by whichever of the operations inside does the work
    for (const OperationTime& each : times)
        multiplyAdds += each.multiplyAdds;
    CHECK(multiplyAdds == 2 * 16 * 10 * 12 * 8 * 9);
    REQUIRE(named("aten::relu").size() == 1);
    CHECK(named("aten::relu").front().calls == 1);
    CHECK(
        std::is_sorted(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.ms > b.ms; }));
}
