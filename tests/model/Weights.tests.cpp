// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"
#include "tests/support/TemporaryFolder.h"

#include "model/Weights.h"

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
