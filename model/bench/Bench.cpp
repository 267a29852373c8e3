// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/bench/Bench.h"

#include "core/image/WindowLevel.h"
#include "core/phantom/Phantom.h"
#include "model/Guarded.h"
#include "model/NetworkForInference.h"
#include "model/observe/PictureObserver.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace vertescore {
namespace {

constexpr std::array<const char*, 5> kStages{"grey", "preprocess", "network", "landmarks", "total"};
using Clock = std::chrono::steady_clock;
using Times = std::array<double, kStages.size()>;

double milliseconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// CUDA answers before it has computed; the clock must wait for it.
void waitFor(const Device& device) {
    if (device.device.is_cuda()) torch::cuda::synchronize();
}

Times timesOfOne(const Phantom& phantom, int batch, PictureObserver& observer, const Device& device) {
    const Clock::time_point start = Clock::now();
    std::vector<DisplayImage> pictures;
    for (int i = 0; i < batch; ++i)
        pictures.push_back(renderDisplay(phantom.image, {}));
    std::vector<PictureToObserve> toObserve;
    for (const DisplayImage& picture : pictures)
        toObserve.push_back({&picture, false});
    const Clock::time_point shown = Clock::now();
    Clock::time_point prepared, computed;
    const auto seen = observer.observe(toObserve, [&](ObservingStage stage) {
        waitFor(device);
        (stage == ObservingStage::Prepared ? prepared : computed) = Clock::now();
    });
    for (std::size_t i = 0; i < seen.size(); ++i)
        toLandmarks(nameLevels(seen[i].chain, seen[i].heatmap),
                    {pictures[i].width, pictures[i].height, std::nullopt}, AnteriorSide::Right, false);
    const Clock::time_point end = Clock::now();
    return {milliseconds(start, shown), milliseconds(shown, prepared), milliseconds(prepared, computed),
            milliseconds(computed, end), milliseconds(start, end)};
}

StageTime summary(std::size_t stage, const std::vector<Times>& runs) {
    std::vector<double> times;
    for (const Times& run : runs)
        times.push_back(run[stage]);
    std::sort(times.begin(), times.end());
    return {kStages[stage], times[times.size() / 2], times.front()};
}

Phantom scannerSizedPhantom() {
    PhantomOptions options;
    options.style = PhantomStyle::C;
    return makePhantom(options, 0);
}

/// Where the time of one detection goes: the mean of `repeats` more.
std::vector<OperationTime> profiled(const BenchOptions& options, const Phantom& phantom,
                                    PictureObserver& observer, const Device& device) {
    const OperationProfile profile;
    for (int i = 0; i < options.repeats; ++i)
        timesOfOne(phantom, options.batch, observer, device);
    std::vector<OperationTime> times = profile.times();
    for (OperationTime& each : times) {
        each.ms /= options.repeats;
        each.calls /= options.repeats;
        each.multiplyAdds /= options.repeats;
    }
    return times;
}

} // namespace

double BenchReport::scansPerSecond() const {
    return batch * 1000.0 / stages.back().medianMs;
}

Result<BenchReport> benchDetection(const BenchOptions& options) {
    const auto device = chooseDevice(options.loading.device, options.loading.precision);
    if (!device) return failure(device.error());
    return guarded([&]() -> Result<BenchReport> {
        if (options.loading.threads > 0) at::set_num_threads(options.loading.threads);
        std::shared_ptr<VerteNetImpl> network;
        if (options.weights.empty()) {
            network = untrainedForInference(options.network, *device);
        } else {
            const auto file = SafetensorsFile::read(options.weights);
            if (!file) return failure(file.error());
            auto loaded = networkForInference(*file, *device);
            if (!loaded) return failure(loaded.error());
            network = std::move(*loaded);
        }
        const Phantom phantom = scannerSizedPhantom();
        const VerteNetOptions ran = network->options();
        const auto observer = makeObserver(std::move(network), *device);
        std::vector<Times> runs;
        for (int i = -options.warmUp; i < options.repeats; ++i) {
            const Times times = timesOfOne(phantom, options.batch, *observer, *device);
            if (i >= 0) runs.push_back(times);
        }
        BenchReport report{
            {}, ran, device->deviceName(), device->precisionName(), at::get_num_threads(), options.batch, {}};
        for (std::size_t stage = 0; stage < kStages.size(); ++stage)
            report.stages.push_back(summary(stage, runs));
        if (options.profile) report.operations = profiled(options, phantom, *observer, *device);
        return report;
    });
}

} // namespace vertescore
