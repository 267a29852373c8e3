// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"

#include "core/base/AtomicFile.h"
#include "model/Weights.h"
#include "model/network/encoders/EfficientNet.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace vertescore;

namespace {

/// The formulas of tests/reference/make_encoder_reference.py.
torch::Tensor filled(const std::string& name, const torch::Tensor& tensor) {
    std::int64_t phase = 0;
    for (const unsigned char letter : name)
        phase += letter;
    const torch::Tensor number = torch::arange(tensor.numel(), torch::kDouble);
    torch::Tensor wave = torch::sin(number * number * 0.618 + number * 0.37 + phase % 1000);
    if (tensor.dim() > 1)
        wave = wave *
               std::sqrt(2.0 / (static_cast<double>(tensor.numel()) / static_cast<double>(tensor.size(0))));
    else if (name.ends_with("running_var"))
        wave = 1.0 + 0.5 * wave * wave;
    else if (name.ends_with("weight"))
        wave = 1.0 + 0.1 * wave;
    else
        wave = 0.1 * wave;
    return wave.reshape(tensor.sizes()).to(tensor.scalar_type());
}

torch::Tensor picture() {
    const auto axis = [](std::int64_t size, at::IntArrayRef shape) {
        return torch::arange(size, torch::kDouble).view(shape);
    };
    const torch::Tensor c = axis(3, {1, 3, 1, 1});
    const torch::Tensor y = axis(64, {1, 1, 64, 1});
    const torch::Tensor x = axis(96, {1, 1, 1, 96});
    return (0.5 * torch::sin(0.11 * y * (c + 1) + 0.07 * x)).to(torch::kFloat);
}

} // namespace

TEST_CASE("the encoder's maps equal torchvision's", "[model][network][reference]") {
    const auto text = readFile(std::filesystem::path(VERTESCORE_SOURCE_DIR) / "tests" / "reference" /
                               "efficientnet_v2_s.json");
    REQUIRE(text);
    const nlohmann::json reference = nlohmann::json::parse(*text)["maps"];
    const torch::NoGradGuard noGrad;
    EfficientNetV2S encoder;
    for (auto& [name, tensor] : stateOf(*encoder))
        torch::Tensor(tensor).copy_(filled(name, tensor));
    encoder->eval();
    const FeaturePyramid maps = encoder->forward(picture());
    const std::array<const char*, 4> stages{"2", "3", "5", "6"};
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const nlohmann::json& stage = reference[stages[i]];
        CHECK(stage["shape"].get<std::vector<std::int64_t>>() == maps[i].sizes().vec());
        const torch::Tensor flat = maps[i].flatten();
        const double size = stage["meanAbsolute"].get<double>();
        CHECK(flat.abs().mean().item<double>() == Approx(size).epsilon(1e-3));
        const auto values = stage["values"].get<std::vector<double>>();
        const auto step = stage["step"].get<std::int64_t>();
        for (std::size_t k = 0; k < values.size(); ++k)
            CHECK(flat[static_cast<std::int64_t>(k) * step].item<double>() ==
                  Approx(values[k]).margin(2e-3 * size));
    }
}
