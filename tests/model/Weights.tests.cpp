// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"
#include "tests/support/TemporaryFolder.h"

#include "model/Weights.h"

#include <limits>

using namespace vertescore;
using vertescore::test::largestDifference;

namespace {

VerteNetOptions options(DecoderKind decoder = DecoderKind::Simple) {
    VerteNetOptions o;
    o.decoder = decoder;
    o.inputHeight = 256;
    o.inputWidth = 128;
    return o;
}

} // namespace

TEST_CASE("saved weights load into a network of the stored options", "[model][weights]") {
    const test::TemporaryFolder folder;
    torch::manual_seed(1);
    VerteNet saved(options());
    REQUIRE(
        saveWeights(folder / "w.safetensors", *saved, {"Test", "noise", "{}", 12, "0.1"}, TensorType::F32));
    const auto file = SafetensorsFile::read(folder / "w.safetensors");
    REQUIRE(file);
    REQUIRE(networkOptionsOf(*file) == options());
    CHECK(cardOf(*file).name == "Test");
    CHECK(cardOf(*file).step == 12);
    VerteNet loaded(*networkOptionsOf(*file));
    REQUIRE(loadState(*file, "", *loaded));
    const auto before = stateOf(*saved);
    const auto after = stateOf(*loaded);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (largestDifference(before[i].second, after[i].second) != 0) FAIL(before[i].first);
    CHECK(before.size() == after.size());
}

TEST_CASE("weights stored at half precision load widened and nearly equal", "[model][weights]") {
    const test::TemporaryFolder folder;
    VerteNet saved(options());
    const TensorType type = GENERATE(TensorType::BF16, TensorType::F16);
    REQUIRE(saveWeights(folder / "h.safetensors", *saved, {}, type));
    CHECK(std::filesystem::file_size(folder / "h.safetensors") < 46'000'000);
    const auto file = SafetensorsFile::read(folder / "h.safetensors");
    VerteNet loaded(options());
    REQUIRE(loadState(*file, "", *loaded));
    const torch::Tensor a = saved->named_parameters()["encoder.features.0.0.weight"];
    const torch::Tensor b = loaded->named_parameters()["encoder.features.0.0.weight"];
    CHECK(b.scalar_type() == torch::kFloat);
    CHECK(largestDifference(a, b) < 0.01 * a.abs().max().item<double>());
}

TEST_CASE("every missing, unexpected and mis-shaped tensor is listed and nothing is loaded",
          "[model][weights]") {
    torch::nn::Sequential wanted(torch::nn::Linear(2, 3), torch::nn::Linear(3, 1));
    const torch::Tensor weightBefore = wanted->named_parameters()["0.weight"].detach().clone();
    const test::TemporaryFolder folder;
    const std::string four(16, '\1');
    const std::string twelve(24, '\1');
    REQUIRE(writeSafetensors(folder / "m.safetensors",
                             {{"0.weight", {TensorType::F32, {3, 2}, twelve}},
                              {"0.bias", {TensorType::F32, {4}, four}},
                              {"stranger", {TensorType::F32, {4}, four}}},
                             {}));
    const auto file = SafetensorsFile::read(folder / "m.safetensors");
    const Status status = loadState(*file, "", *wanted);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::WeightsMismatch);
    for (const char* line :
         {"missing: 1.weight", "missing: 1.bias", "mis-shaped: 0.bias", "unexpected: stranger"})
        CHECK_THAT(status.error().detail, Catch::Matchers::Contains(line));
    CHECK(largestDifference(weightBefore, wanted->named_parameters()["0.weight"]) == 0);
}

TEST_CASE("weights with a number that is not finite are refused and named, and nothing is loaded",
          "[model][weights]") {
    const test::TemporaryFolder folder;
    torch::nn::Linear wanted(2, 1);
    const torch::Tensor before = wanted->weight.detach().clone();
    torch::nn::Linear broken(2, 1);
    {
        const torch::NoGradGuard noGrad;
        broken->bias[0] =
            GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity());
    }
    const TensorType type = GENERATE(TensorType::F32, TensorType::F16, TensorType::BF16);
    TensorBytes bytes;
    for (const auto& [name, tensor] : stateOf(*broken))
        bytes.add(name, tensor, type);
    REQUIRE(writeSafetensors(folder / "n.safetensors", bytes.tensors(), {}));
    const auto file = SafetensorsFile::read(folder / "n.safetensors");
    const Status status = loadState(*file, "", *wanted);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::WeightsMalformed);
    CHECK_THAT(status.error().detail, Catch::Matchers::Contains("bias"));
    CHECK(largestDifference(before, wanted->weight) == 0);
}

TEST_CASE("a state dict of torchvision or timm loads into the encoder by name, its classifier left out",
          "[model][weights]") {
    using Renames = std::vector<std::pair<std::string, std::string>>; // ours, theirs
    const auto [kind, renames] = GENERATE(table<EncoderKind, Renames>(
        {{EncoderKind::ResNet34, {}},
         {EncoderKind::EfficientNetV2S, {}},
         {EncoderKind::EfficientNetV2S,
          {{"features.0.0.weight", "conv_stem.weight"},
           {"features.0.1.running_var", "bn1.running_var"},
           {"features.1.1.block.0.0.weight", "blocks.0.1.conv.weight"},
           {"features.2.0.block.1.1.bias", "blocks.1.0.bn2.bias"},
           {"features.2.0.block.1.0.weight", "blocks.1.0.conv_pwl.weight"},
           {"features.4.0.block.2.fc1.bias", "blocks.3.0.se.conv_reduce.bias"},
           {"features.6.14.block.3.1.weight", "blocks.5.14.bn3.weight"}}},
         {EncoderKind::EfficientNetB3,
          {{"features.1.0.block.0.0.weight", "blocks.0.0.conv_dw.weight"},
           {"features.1.1.block.2.0.weight", "blocks.0.1.conv_pw.weight"},
           {"features.7.1.block.1.0.weight", "blocks.6.1.conv_dw.weight"},
           {"features.7.1.block.2.fc2.weight", "blocks.6.1.se.conv_expand.weight"}}}}));
    VerteNetOptions o = options();
    o.encoder = kind;
    const auto given = makeEncoder(o, 0);
    const auto loaded = makeEncoder(o, 0);
    const std::string head = kind == EncoderKind::ResNet34 ? "fc.weight" : "classifier.1.weight";
    TensorBytes bytes;
    for (const auto& [name, tensor] : stateOf(*given)) {
        std::string theirs = name;
        for (const auto& [ours, other] : renames)
            if (ours == name) theirs = other;
        bytes.add(theirs, tensor, TensorType::F32);
    }
    bytes.add(head, torch::zeros({1000, 4}), TensorType::F32);
    const test::TemporaryFolder folder;
    REQUIRE(writeSafetensors(folder / "e.safetensors", bytes.tensors(), {}));
    const auto file = SafetensorsFile::read(folder / "e.safetensors");
    const auto leftOut = loadEncoder(*file, kind, *loaded);
    REQUIRE(leftOut);
    CHECK(*leftOut == std::vector<std::string>{head});
    const auto before = stateOf(*given);
    const auto after = stateOf(*loaded);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (largestDifference(before[i].second, after[i].second) != 0) FAIL(before[i].first);
}

TEST_CASE("an encoder's state dict of another network is refused with every name", "[model][weights]") {
    const test::TemporaryFolder folder;
    VerteNetOptions o = options();
    o.encoder = EncoderKind::ResNet34;
    const auto encoder = makeEncoder(o, 0);
    const std::string four(16, '\0');
    REQUIRE(
        writeSafetensors(folder / "e.safetensors", {{"layer9.weight", {TensorType::F32, {4}, four}}}, {}));
    const auto file = SafetensorsFile::read(folder / "e.safetensors");
    const auto loaded = loadEncoder(*file, EncoderKind::ResNet34, *encoder);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::WeightsMismatch);
    CHECK_THAT(loaded.error().detail, Catch::Matchers::Contains("unexpected: layer9.weight"));
    CHECK_THAT(loaded.error().detail, Catch::Matchers::Contains("missing: layer4.2.bn2.bias"));
}

TEST_CASE("weights of the simple decoder grow into the full one, but not the other way", "[model][weights]") {
    const test::TemporaryFolder folder;
    VerteNet simple(options());
    VerteNet full(options(DecoderKind::Mcfb));
    REQUIRE(saveWeights(folder / "s.safetensors", *simple, {}, TensorType::F32));
    REQUIRE(saveWeights(folder / "f.safetensors", *full, {}, TensorType::F32));
    const auto simpleFile = SafetensorsFile::read(folder / "s.safetensors");
    const auto fullFile = SafetensorsFile::read(folder / "f.safetensors");
    CHECK(loadStateGrowing(*simpleFile, *full));
    CHECK_FALSE(loadState(*simpleFile, "", *full));
    CHECK_FALSE(loadStateGrowing(*fullFile, *simple));
}

TEST_CASE("a network may gain a level head, and its file says that it has one", "[model][weights]") {
    const test::TemporaryFolder folder;
    VerteNet without(options());
    VerteNetOptions grown = options();
    grown.hasLevelHead = true;
    VerteNet with(grown);
    REQUIRE(saveWeights(folder / "o.safetensors", *without, {}, TensorType::F16));
    REQUIRE(saveWeights(folder / "w.safetensors", *with, {}, TensorType::F16));
    const auto plain = SafetensorsFile::read(folder / "o.safetensors");
    const auto headed = SafetensorsFile::read(folder / "w.safetensors");
    CHECK(networkOptionsOf(*headed) == grown);
    CHECK(loadStateGrowing(*plain, *with));
    CHECK_FALSE(loadState(*plain, "", *with));
    CHECK_FALSE(loadState(*headed, "", *without));
    auto metadata = metadataFor(options(), {});
    metadata.erase("levelHead"); // as written before there was one
    REQUIRE(writeSafetensors(folder / "x.safetensors", {}, metadata));
    CHECK(networkOptionsOf(*SafetensorsFile::read(folder / "x.safetensors")) == options());
}

TEST_CASE("metadata that describes no network of ours is refused", "[model][weights]") {
    const test::TemporaryFolder folder;
    auto metadata = metadataFor(options(), {});
    const auto [key, value] = GENERATE(table<std::string, std::string>({{"format", "other"},
                                                                        {"encoder", "vgg"},
                                                                        {"decoder", ""},
                                                                        {"inputHeight", "0"},
                                                                        {"inputHeight", "257"},
                                                                        {"inputWidth", "9999999"},
                                                                        {"window", "1e3"},
                                                                        {"reduction", "-1"}}));
    metadata[key] = value;
    REQUIRE(writeSafetensors(folder / "x.safetensors", {}, metadata));
    const auto file = SafetensorsFile::read(folder / "x.safetensors");
    const auto read = networkOptionsOf(*file);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::WeightsMalformed);
}
