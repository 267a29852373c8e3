// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"
#include "tests/support/TemporaryFolder.h"

#include "core/base/AtomicFile.h"
#include "model/Weights.h"
#include "model/training/Trainer.h"

#include <algorithm>

using namespace vertescore;

namespace {

TrainOptions smallRun(const std::filesystem::path& folder, std::int64_t steps) {
    TrainOptions options;
    options.network.decoder = DecoderKind::Drca;
    options.network.window = 4;
    options.network.inputHeight = 64;
    options.network.inputWidth = 32;
    options.stochasticDepth = 0.2;
    options.samples.pool = 3;
    options.steps = steps;
    options.batch = 2;
    options.warmupSteps = 2;
    options.threads = 1;
    options.device = DeviceChoice::Cpu;
    options.precision = PrecisionChoice::Fp32;
    options.schedule = Schedule::Exponential; // does not look at the number of steps
    options.validateEvery = 0;
    options.checkpointEvery = 0;
    options.folder = folder;
    return options;
}

std::string weightsOf(const std::filesystem::path& folder) {
    const auto content = readFile(folder / "weights.safetensors");
    REQUIRE(content);
    return *content;
}

Status run(const TrainOptions& options, const std::stop_token& stop = {}) {
    const auto source = makePhantomSource(PhantomOptions{});
    return train(options, {source.get(), source.get()}, stop, {});
}

} // namespace

TEST_CASE("a resumed training ends at the very weights of an uninterrupted one", "[model][training]") {
    const test::TemporaryFolder folder;
    REQUIRE(run(smallRun(folder / "whole", 4)));
    REQUIRE(run(smallRun(folder / "parts", 2)));
    REQUIRE(weightsOf(folder / "parts") != weightsOf(folder / "whole"));
    REQUIRE(run(smallRun(folder / "parts", 4)));
    CHECK(weightsOf(folder / "parts") == weightsOf(folder / "whole"));
    const auto log = readFile(folder / "parts" / "log.jsonl");
    CHECK(std::count(log->begin(), log->end(), '\n') == 4);
}

TEST_CASE("a training that is stopped leaves a checkpoint and weights", "[model][training]") {
    const test::TemporaryFolder folder;
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(run(smallRun(folder / "stopped", 4), stop.get_token()));
    CHECK(std::filesystem::exists(folder / "stopped" / "checkpoint.safetensors"));
    CHECK(std::filesystem::exists(folder / "stopped" / "weights.safetensors"));
}

TEST_CASE("a checkpoint of another network is refused", "[model][training]") {
    const test::TemporaryFolder folder;
    std::stop_source stop;
    stop.request_stop();
    TrainOptions options = smallRun(folder / "other", 4);
    REQUIRE(run(options, stop.get_token()));
    options.network.window = 5;
    const Status status = run(options, stop.get_token());
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::WeightsMismatch);
}

TEST_CASE("weights from a smaller input begin with corner offsets as large in the picture",
          "[model][training]") {
    const test::TemporaryFolder folder;
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(run(smallRun(folder / "small", 1), stop.get_token()));
    TrainOptions larger = smallRun(folder / "large", 1);
    larger.network.inputHeight = 128;
    larger.network.inputWidth = 64;
    larger.init = folder / "small" / "weights.safetensors";
    REQUIRE(run(larger, stop.get_token()));
    const auto before = SafetensorsFile::read(folder / "small" / "weights.safetensors");
    const auto after = SafetensorsFile::read(folder / "large" / "weights.safetensors");
    const char* name = "heads.corner_offset.2.weight";
    CHECK(test::largestDifference(tensorOf(before->tensors().at(name)) * 2,
                                  tensorOf(after->tensors().at(name))) == 0);
}

TEST_CASE("the n-th sample is the same whatever was asked before", "[model][training]") {
    const auto source = makePhantomSource(PhantomOptions{});
    SampleStreamOptions options;
    options.pool = 2;
    options.width = 32;
    options.height = 64;
    SampleStream one(*source, options);
    SampleStream other(*source, options);
    one.sample(1);
    one.sample(0);
    CHECK(one.sample(7).grey == other.sample(7).grey);
    SampleStream third(*source, options);
    BatchLoader loader(third, 2, 2, 3);
    CHECK(loader.next()[1].grey == other.sample(7).grey);
}
