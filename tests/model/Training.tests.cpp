// SPDX-License-Identifier: GPL-3.0-or-later
#include "TorchTest.h"
#include "tests/support/TemporaryFolder.h"

#include "core/base/AtomicFile.h"
#include "model/Weights.h"
#include "model/training/Trainer.h"

#include <algorithm>
#include <cmath>
#include <csignal>

#include <sys/resource.h>

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

TEST_CASE("a resumed training knows the best validation of before, to the bit", "[model][training]") {
    const test::TemporaryFolder folder;
    TrainOptions whole = smallRun(folder / "whole", 4);
    whole.validateEvery = 1;
    whole.validationCount = 2;
    TrainOptions parts = whole;
    parts.folder = folder / "parts";
    parts.steps = 2;
    REQUIRE(run(whole));
    REQUIRE(run(parts));
    parts.steps = 4;
    REQUIRE(run(parts));
    CHECK(*readFile(folder / "parts" / "best.safetensors") ==
          *readFile(folder / "whole" / "best.safetensors"));
    CHECK(*readFile(folder / "parts" / "checkpoint.safetensors") ==
          *readFile(folder / "whole" / "checkpoint.safetensors"));
}

TEST_CASE("a checkpoint cut short is refused by name and left as it is", "[model][training]") {
    const test::TemporaryFolder folder;
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(run(smallRun(folder / "cut", 4), stop.get_token()));
    const auto path = folder / "cut" / "checkpoint.safetensors";
    const auto size = std::filesystem::file_size(path) / 2;
    std::filesystem::resize_file(path, size);
    const Status status = run(smallRun(folder / "cut", 4));
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::WeightsMalformed);
    CHECK(status.error().path == path);
    CHECK(std::filesystem::file_size(path) == size);
}

#ifdef __unix__
namespace {

/// While it lives, no file of this program grows beyond some bytes: as on a full disk, a write fails midway.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

TEST_CASE("when the disk is full the old checkpoint stays, and training goes on from it",
          "[model][training]") {
    const test::TemporaryFolder folder;
    REQUIRE(run(smallRun(folder / "full", 1)));
    const auto before = readFile(folder / "full" / "checkpoint.safetensors");
    {
        const FileSizeLimit limit(1 << 20);
        const Status status = run(smallRun(folder / "full", 2));
        REQUIRE_FALSE(status);
        CHECK(status.error().code == ErrorCode::FileNotWritable);
    }
    CHECK(*readFile(folder / "full" / "checkpoint.safetensors") == *before);
    CHECK(run(smallRun(folder / "full", 2)));
}
#endif

TEST_CASE("training in bf16 on the CPU stays finite and keeps fp32 weights", "[model][training]") {
    const test::TemporaryFolder folder;
    TrainOptions options = smallRun(folder / "bf16", 2);
    options.precision = PrecisionChoice::Bf16;
    std::vector<double> losses;
    const auto source = makePhantomSource(PhantomOptions{});
    REQUIRE(train(options, {source.get(), nullptr}, {},
                  [&](const TrainProgress& progress) { losses.push_back(progress.loss); }));
    REQUIRE(losses.size() == 2);
    CHECK(std::isfinite(losses[1]));
    const auto file = SafetensorsFile::read(folder / "bf16" / "checkpoint.safetensors");
    CHECK(file->tensors().at("network.encoder.features.0.0.weight").type == TensorType::F32);
}

TEST_CASE("progress tells the time that is left, and nothing at the end", "[model][training]") {
    const test::TemporaryFolder folder;
    std::vector<double> left;
    const auto source = makePhantomSource(PhantomOptions{});
    REQUIRE(train(smallRun(folder / "left", 2), {source.get(), nullptr}, {},
                  [&](const TrainProgress& progress) { left.push_back(progress.secondsLeft); }));
    CHECK(left.front() > 0);
    CHECK(left.back() == 0);
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
