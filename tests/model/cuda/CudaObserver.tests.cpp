// SPDX-License-Identifier: GPL-3.0-or-later
#include "../TorchTest.h"
#include "HostKernels.h"
#include "tests/support/SharedTestData.h"

#include "core/image/WindowLevel.h"
#include "core/phantom/Phantom.h"
#include "model/Guarded.h"
#include "model/cuda/CudaObserver.h"
#include "model/cuda/LoadCudaKernels.h"

using namespace vertescore;
using vertescore::test::fillAtRandom;
using vertescore::test::hostKernels;
using vertescore::test::largestDifference;

namespace {

const Device kCpu{torch::kCPU, false};

/// A map's corners and borders, its middle, and slots without a peak.
torch::Tensor somePeaks(int width, int height) {
    torch::Tensor found = torch::zeros({2, kFoundPeaksInts}, torch::kInt);
    const std::vector<std::vector<int>> cells{
        {0, width - 1, 3 * width + 1, 5 * width + 6, height * width - 1},
        {(height - 1) * width, 4 * width + 4}};
    for (std::int64_t b = 0; b < 2; ++b) {
        const auto& ofPicture = cells[static_cast<std::size_t>(b)];
        found[b][0] = static_cast<int>(ofPicture.size());
        for (std::size_t k = 0; k < ofPicture.size(); ++k)
            found[b][static_cast<std::int64_t>(k) + 1] = ofPicture[k];
    }
    return found;
}

torch::Tensor cellsOf(const torch::Tensor& found, int width) { // [B,kPeakSlots,2]
    const torch::Tensor cells = found.narrow(1, 1, kPeakSlots).to(torch::kLong);
    return torch::stack({cells.remainder(width), cells.floor_divide(width)}, 2);
}

DisplayImage phantomPicture(std::uint64_t seed) {
    return renderDisplay(makePhantom({}, seed).image, {});
}

/// With heads so wild that a chain of vertebrae is seen in anything.
std::shared_ptr<VerteNetImpl> smallNetwork(const Device& device) {
    torch::manual_seed(3);
    VerteNetOptions options;
    options.inputHeight = 256;
    options.inputWidth = 64;
    options.decoder = DecoderKind::Simple;
    options.hasLevelHead = true;
    auto network = std::make_shared<VerteNetImpl>(options);
    fillAtRandom(*network->heads(), 0.1);
    {
        const torch::NoGradGuard noGrad;
        network->heads()->named_parameters()["heatmap.2.bias"].zero_(); // peaks of about one half
    }
    network->eval();
    network->foldNormalisations();
    network->to(device.device, device.scalarType());
    useChannelsLast(*network);
    return network;
}

void checkSame(const Observation& mine, const Observation& theirs, double tolerancePx) {
    REQUIRE(mine.heatmap.values.size() == theirs.heatmap.values.size());
    for (std::size_t i = 0; i < mine.heatmap.values.size(); ++i)
        REQUIRE(mine.heatmap.values[i] == Approx(theirs.heatmap.values[i]).margin(tolerancePx * 0.01));
    CHECK(mine.anterior == theirs.anterior);
    REQUIRE(mine.chain.size() == theirs.chain.size());
    for (std::size_t i = 0; i < mine.chain.size(); ++i) {
        REQUIRE(mine.chain[i].has_value() == theirs.chain[i].has_value());
        if (!mine.chain[i]) continue;
        for (std::size_t k = 0; k < mine.chain[i]->corners.size(); ++k) {
            CHECK(mine.chain[i]->corners[k].x == Approx(theirs.chain[i]->corners[k].x).margin(tolerancePx));
            CHECK(mine.chain[i]->corners[k].y == Approx(theirs.chain[i]->corners[k].y).margin(tolerancePx));
        }
        for (std::size_t k = 0; k < mine.chain[i]->levels.size(); ++k)
            CHECK(mine.chain[i]->levels[k] == Approx(theirs.chain[i]->levels[k]).margin(tolerancePx));
    }
}

/// Three pictures of different sizes, one of them mirrored, in one batch and again.
void checkAgainstPlain(const Device& device, const CudaKernels& kernels, double tolerancePx) {
    const auto network = smallNetwork(device);
    const DisplayImage first = phantomPicture(1), second = phantomPicture(2);
    const std::vector<PictureToObserve> pictures{{&first, false}, {&second, true}, {&first, true}};
    CudaObserver observer(network, device, kernels);
    const auto plain = makePlainObserver(network, device);
    for (const std::size_t count : {std::size_t{3}, std::size_t{1}, std::size_t{3}}) {
        const auto mine = observer.observe({pictures.data(), count}, {});
        const auto theirs = plain->observe({pictures.data(), count});
        REQUIRE(mine.size() == count);
        REQUIRE_FALSE(theirs.front().chain.empty());
        for (std::size_t i = 0; i < count; ++i)
            checkSame(mine[i], theirs[i], tolerancePx);
    }
}

} // namespace

TEST_CASE("the GPU's sparse heads equal the network's own at every peak, at the borders too",
          "[model][cuda]") {
    constexpr int kWidth = 11, kHeight = 9;
    torch::manual_seed(11);
    const torch::InferenceMode inference;
    Heads heads(48, true);
    fillAtRandom(*heads, 0.05);
    const torch::Tensor features = torch::randn({2, 48, kHeight, kWidth});
    const torch::Tensor found = somePeaks(kWidth, kHeight);
    const PeakReadings mine = GpuHeads(*heads).at(features, found, {&hostKernels(), nullptr});
    const CellOffsets theirs = heads->offsetsAt(features, cellsOf(found, kWidth));
    CHECK(largestDifference(mine.centre, theirs.centre) < 1e-4);
    CHECK(largestDifference(mine.corners, theirs.corners) < 1e-4 * theirs.corners.abs().max().item<double>());
    CHECK(largestDifference(mine.levels, heads->levelLogitsAt(features, cellsOf(found, kWidth))) < 1e-4);
}

TEST_CASE("a network without a level head reads no levels", "[model][cuda]") {
    const torch::InferenceMode inference;
    Heads heads(48, false);
    const PeakReadings mine =
        GpuHeads(*heads).at(torch::randn({2, 48, 9, 11}), somePeaks(11, 9), {&hostKernels(), nullptr});
    CHECK_FALSE(mine.levels.defined());
}

TEST_CASE("a kernel's error is an error", "[model][cuda]") {
    CudaKernels broken = hostKernels();
    broken.selectPeaks = [](const PeakJob&, GpuStream) { return 2; };
    CHECK_THROWS_AS(peaksOnGpu(torch::zeros({1, 8, 8}), {}, {&broken, nullptr}), c10::Error);
}

TEST_CASE("the GPU's way through a detection sees what the plain way sees", "[model][cuda]") {
    checkAgainstPlain(kCpu, hostKernels(), 1e-3);
}

TEST_CASE("where no graph can be recorded the same is computed without", "[model][cuda]") {
    struct NoGraph final : CapturedGraph {
        void capture(const std::function<void()>&) override { TORCH_CHECK(false, "cannot be recorded"); }
        void replay() override { FAIL("there is nothing to replay"); }
    };
    CudaKernels kernels = hostKernels();
    kernels.newGraph = []() -> std::unique_ptr<CapturedGraph> { return std::make_unique<NoGraph>(); };
    checkAgainstPlain(kCpu, kernels, 1e-3);
}

TEST_CASE("a full GPU is an error that offers the CPU, never a silent change", "[model][cuda]") {
    const auto full = guarded([]() -> Status {
        TORCH_CHECK_WITH(OutOfMemoryError, false, "CUDA out of memory");
        return {};
    });
    REQUIRE_FALSE(full);
    CHECK(full.error().code == ErrorCode::OutOfMemory);
    CHECK(full.error().detail.find("--device cpu") != std::string::npos);
    const auto alsoFull = guarded([]() -> Status {
        throw c10::AcceleratorError({__func__, __FILE__, 0}, 2, "CUDA error: out of memory");
    });
    REQUIRE_FALSE(alsoFull);
    CHECK(alsoFull.error().code == ErrorCode::OutOfMemory);
    const auto other = guarded([]() -> Status {
        throw c10::AcceleratorError({__func__, __FILE__, 0}, 700, "CUDA error: bad address");
    });
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::ModelFailure);
}

TEST_CASE("on a real GPU the kernels see what plain torch sees", "[model][cuda][gpu]") {
    const PrecisionChoice precision = GENERATE(PrecisionChoice::Fp32, PrecisionChoice::Bf16);
    const auto device = chooseDevice(DeviceChoice::Cuda, precision);
    if (!device) VERTESCORE_SKIP("there is no GPU");
    const auto kernels = loadCudaKernels();
    if (!kernels) VERTESCORE_SKIP("the GPU kernels were not built");
    checkAgainstPlain(*device, **kernels, device->useBf16 ? 0.25 : 0.01);
}

TEST_CASE("on a real GPU each kernel equals the same arithmetic on the CPU", "[model][cuda][gpu]") {
    const auto device = chooseDevice(DeviceChoice::Cuda, PrecisionChoice::Fp32);
    if (!device) VERTESCORE_SKIP("there is no GPU");
    const auto kernels = loadCudaKernels();
    if (!kernels) VERTESCORE_SKIP("the GPU kernels were not built");
    const torch::InferenceMode inference;
    const KernelsOnStream onGpu{*kernels, nullptr}, onHost{&hostKernels(), nullptr};
    const torch::Tensor maps = torch::rand({3, 71, 33});
    CHECK(torch::equal(peaksOnGpu(maps.to(device->device), {}, onGpu).cpu(), peaksOnGpu(maps, {}, onHost)));
    Heads heads(48, true);
    fillAtRandom(*heads, 0.05);
    const torch::Tensor features = torch::randn({2, 48, 9, 11});
    const torch::Tensor found = somePeaks(11, 9);
    const PeakReadings expected = GpuHeads(*heads).at(features, found, onHost);
    heads->to(device->device);
    const PeakReadings mine =
        GpuHeads(*heads).at(features.to(device->device), found.to(device->device), onGpu);
    CHECK(largestDifference(mine.centre.cpu(), expected.centre) < 1e-2); // the matrix product may be TF32
    CHECK(largestDifference(mine.levels.cpu(), expected.levels) < 1e-2);
    CHECK(largestDifference(mine.corners.cpu(), expected.corners) <
          1e-2 * expected.corners.abs().max().item<double>());
}
