// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"
#include "tests/support/TemporaryFolder.h"

#include "core/base/AtomicFile.h"
#include "core/base/Sha256.h"
#include "model/Device.h"
#include "model/LoadDetector.h"
#include "model/Weights.h"

using namespace vertescore;

namespace {

/// A folder with untrained weights of a small network.
struct UntrainedWeights {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "weights.safetensors";

    UntrainedWeights() {
        VerteNetOptions options;
        options.inputHeight = 64;
        options.inputWidth = 32;
        torch::manual_seed(1);
        VerteNet network(options);
        REQUIRE(saveWeights(path, *network, {"Untrained", "", "", 0, ""}, TensorType::BF16));
    }
};

LoadDetectorOptions onCpu() {
    return {DeviceChoice::Cpu, PrecisionChoice::Fp32, 1};
}

const DisplayImage kGrey{100, 200, std::vector<std::uint8_t>(100 * 200, 90)};

} // namespace

TEST_CASE("every detection says which weights, device and precision made it", "[model][detector]") {
    const UntrainedWeights weights;
    const auto detector = loadDetector(weights.path, onCpu());
    REQUIRE(detector);
    const auto detection = (*detector)->detect(kGrey, {});
    REQUIRE(detection);
    CHECK(detection->model.name == "Untrained");
    CHECK(detection->model.sha256 == sha256Hex(*readFile(weights.path)));
    CHECK(detection->model.device == "cpu");
    CHECK(detection->model.precision == "fp32");
}

TEST_CASE("where nothing is seen, nothing is invented", "[model][detector]") {
    const UntrainedWeights weights;
    const auto detection = (*loadDetector(weights.path, onCpu()))->detect(kGrey, {});
    REQUIRE(detection);
    CHECK(detection->landmarks.isEmpty());
    for (const Level level : kLevels)
        CHECK(detection->landmarks.at(level).missing == MissingReason::BelowThreshold);
}

TEST_CASE("a side that is known is kept", "[model][detector]") {
    const UntrainedWeights weights;
    DetectionOptions options;
    options.anterior = GENERATE(AnteriorSide::Left, AnteriorSide::Right);
    const auto detection = (*loadDetector(weights.path, onCpu()))->detect(kGrey, options);
    REQUIRE(detection);
    CHECK(detection->landmarks.anterior == *options.anterior);
}

TEST_CASE("a bf16 network runs on any processor", "[model][detector]") {
    const UntrainedWeights weights;
    const auto detector = loadDetector(weights.path, {DeviceChoice::Cpu, PrecisionChoice::Bf16, 1});
    REQUIRE(detector);
    const auto detection = (*detector)->detect(kGrey, {});
    REQUIRE(detection);
    CHECK(detection->model.precision == "bf16");
}

TEST_CASE("a detection can be cancelled between its stages", "[model][detector]") {
    const UntrainedWeights weights;
    const auto detector = loadDetector(weights.path, onCpu());
    std::stop_source stop;
    DetectionOptions options;
    options.stop = stop.get_token();
    options.progress = [&](double share) {
        if (share > 0) stop.request_stop();
    };
    const auto detection = (*detector)->detect(kGrey, options);
    REQUIRE_FALSE(detection);
    CHECK(detection.error().code == ErrorCode::Cancelled);
}

TEST_CASE("a picture too small for six vertebrae is refused", "[model][detector]") {
    const UntrainedWeights weights;
    const auto detection = (*loadDetector(weights.path, onCpu()))->detect({1, 1, {7}}, {});
    REQUIRE_FALSE(detection);
    CHECK(detection.error().code == ErrorCode::ImageTooSmall);
}

TEST_CASE("weights that are missing or damaged give their error and no detector", "[model][detector]") {
    const UntrainedWeights weights;
    CHECK(loadDetector("/nowhere.safetensors", onCpu()).error().code == ErrorCode::WeightsMissing);
    std::string content = *readFile(weights.path);
    REQUIRE(writeFileAtomically(weights.path, content.substr(0, content.size() / 2)));
    CHECK(loadDetector(weights.path, onCpu()).error().code == ErrorCode::WeightsMalformed);
}

TEST_CASE("CUDA asked for by name is CUDA or an error, never the CPU", "[model][detector]") {
    const auto device = chooseDevice(DeviceChoice::Cuda, PrecisionChoice::Auto);
    if (device)
        CHECK(device->deviceName() == "cuda:0");
    else
        CHECK(device.error().code == ErrorCode::DeviceUnavailable);
}

TEST_CASE("automatic precision is bf16 only where it is fast", "[model][detector]") {
    const auto device = chooseDevice(DeviceChoice::Cpu, PrecisionChoice::Auto);
    REQUIRE(device);
    CHECK(device->useBf16 == cpuHasFastBf16());
}
