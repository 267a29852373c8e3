// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reference.h"

#include "model/network/VerteNet.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

using Names = std::vector<std::string>;

VerteNetOptions optionsOf(EncoderKind encoder, DecoderKind decoder, int reduction, int window) {
    VerteNetOptions options;
    options.encoder = encoder;
    options.decoder = decoder;
    options.reduction = reduction;
    options.window = window;
    return options;
}

} // namespace

TEST_CASE("each encoder's maps and gradients equal torchvision's", "[model][network][reference]") {
    const auto [kind, names] = GENERATE(table<EncoderKind, Names>(
        {{EncoderKind::EfficientNetV2S,
          {"features.0.0.weight", "features.3.2.block.0.1.weight", "features.4.0.block.2.fc1.bias",
           "features.5.3.block.1.0.weight", "features.6.14.block.3.1.bias"}},
         {EncoderKind::ResNet34,
          {"bn1.weight", "layer2.0.downsample.0.weight", "layer3.5.bn1.weight", "layer4.2.bn2.bias"}},
         {EncoderKind::EfficientNetB3,
          {"features.0.0.weight", "features.1.0.block.0.0.weight", "features.3.1.block.1.0.weight",
           "features.5.4.block.2.fc2.bias", "features.7.1.block.3.1.bias"}}}));
    const Reference reference("encoders.safetensors");
    const auto encoder = makeEncoder(optionsOf(kind, DecoderKind::Simple, 2, 10), 0);
    fillByFormula(*encoder);
    const std::string name(encoderKindName(kind));
    const FeaturePyramid maps = encoder->forward(noise(name + "/picture", {1, 3, 64, 96}) / 2);
    reference.check(name, {{"4", maps[0]}, {"8", maps[1]}, {"16", maps[2]}, {"32", maps[3]}},
                    parametersNamed(*encoder, names));
}

TEST_CASE("whole networks equal the plain ones, outputs and gradients", "[model][network][reference]") {
    const auto [options, encoderNames] = GENERATE(table<VerteNetOptions, Names>(
        {{optionsOf(EncoderKind::EfficientNetV2S, DecoderKind::Mcfb, 2, 10),
          {"encoder.features.0.0.weight", "encoder.features.6.14.block.3.1.weight",
           "fusion4.channels.attention.beta", "fusion3.cross_skip.attention.beta_high"}},
         {optionsOf(EncoderKind::ResNet34, DecoderKind::Simple, 2, 10),
          {"encoder.bn1.weight", "encoder.layer4.2.bn2.weight"}},
         {optionsOf(EncoderKind::EfficientNetB3, DecoderKind::Drca, 4, 5),
          {"encoder.features.0.0.weight", "encoder.features.7.1.block.3.1.weight"}}}));
    const Reference reference("networks.safetensors");
    VerteNet network(options);
    fillByFormula(*network);
    const std::string name =
        std::string(encoderKindName(options.encoder)) + "-" + std::string(decoderKindName(options.decoder));
    const torch::Tensor picture = noise(name + "/picture", {1, 1, 64, 96}) / 2;
    const auto outputsFor = [&network](const torch::Tensor& input) {
        const VerteNetMaps maps = network->forward(input);
        const auto [centre, corners] = network->heads()->denseOffsets(maps.features);
        return std::vector<std::pair<std::string, torch::Tensor>>{{"features", maps.features},
                                                                  {"heatmap", maps.heatmapLogits},
                                                                  {"centre", centre},
                                                                  {"corners", corners},
                                                                  {"side", maps.sideLogit}};
    };
    {
        const torch::NoGradGuard noGrad;
        reference.checkOutputs(name, outputsFor(picture));
    }
    // A hidden value within fp32's rounding of a ReLU's kink turns a whole branch of the gradient on or off,
    // so that the gradients of a deep network are compared in fp64.
    network->to(torch::kDouble);
    Names names = encoderNames;
    names.insert(names.end(), {"fusion4.raise.1.weight", "fusion2.out.1.bias", "heads.heatmap.2.weight",
                               "heads.corner_offset.0.bias", "side.weight"});
    reference.check(name, outputsFor(picture.to(torch::kDouble)), parametersNamed(*network, names));
}

TEST_CASE("folding the normalisations changes no encoder's maps", "[model][network]") {
    const torch::NoGradGuard noGrad;
    const EncoderKind kind =
        GENERATE(EncoderKind::EfficientNetV2S, EncoderKind::ResNet34, EncoderKind::EfficientNetB3);
    VerteNet network(optionsOf(kind, DecoderKind::Simple, 2, 10));
    fillByFormula(*network);
    const torch::Tensor picture = noise("fold", {1, 1, 64, 96}) / 2;
    const torch::Tensor before = network->forward(picture).features;
    const std::size_t parameters = network->parameters().size();
    network->foldNormalisations();
    CHECK(network->parameters().size() < parameters);
    CHECK(largestDifference(network->forward(picture).features, before) <
          1e-4 * before.abs().max().item<double>());
}
