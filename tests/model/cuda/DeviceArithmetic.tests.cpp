// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostKernels.h"

#include "model/cuda/GreyPacking.h"
#include "model/training/samples/SampleRandom.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using vertescore::test::hostKernels;

namespace {

DisplayImage noise(int width, int height) {
    DisplayImage picture{width, height, {}};
    SampleRandom random(5, static_cast<std::uint64_t>(width));
    for (int i = 0; i < width * height; ++i)
        picture.pixels.push_back(static_cast<std::uint8_t>(random.below(256)));
    return picture;
}

/// Values of few different levels, so that there are many equal neighbours.
Heatmap noisyMap(int width, int height, int levels, std::uint64_t seed) {
    Heatmap map{width, height, {}};
    SampleRandom random(6, seed);
    for (int i = 0; i < width * height; ++i)
        map.values.push_back(static_cast<float>(random.below(static_cast<std::uint32_t>(levels))) /
                             static_cast<float>(levels));
    return map;
}

std::vector<Peak> peaksByTheKernel(const Heatmap& map, const PeakOptions& options) {
    PeakJob job{
        map.values.data(), 1, {nullptr, map.width, map.height, options.threshold, {}}, nullptr, nullptr};
    job.map.spacing = spacingOn(map.frame(), options);
    std::vector<int> candidates(static_cast<std::size_t>(mostCandidates(job.map)));
    FoundPeaks found;
    job.candidates = candidates.data();
    job.found = &found;
    REQUIRE(hostKernels().selectPeaks(job, nullptr) == 0);
    std::vector<Peak> out;
    for (int k = 0; k < found.count; ++k) {
        const int x = found.cells[k] % map.width;
        const int y = found.cells[k] / map.width;
        out.push_back({x, y, map.at(x, y)});
    }
    return out;
}

void checkSame(const std::vector<Peak>& mine, const std::vector<Peak>& theirs) {
    REQUIRE(mine.size() == theirs.size());
    for (std::size_t i = 0; i < mine.size(); ++i) {
        CHECK(mine[i].x == theirs[i].x);
        CHECK(mine[i].y == theirs[i].y);
        CHECK(mine[i].value == theirs[i].value);
    }
}

} // namespace

TEST_CASE("the GPU's resize is the CPU's to the last bit, for several pictures in one copy",
          "[model][cuda]") {
    constexpr int kWidth = 48, kHeight = 96;
    const std::vector<DisplayImage> pictures{noise(101, 307), noise(33, 40), noise(48, 96), noise(400, 61)};
    GreyPacking packing(kWidth, kHeight);
    packing.add(noise(7, 9)); // what was packed before must leave nothing behind
    packing.clear();
    for (const DisplayImage& picture : pictures)
        packing.add(picture);
    std::vector<std::uint8_t> bytes(packing.byteCount());
    packing.write(bytes.data());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const FloatPicture expected = resized(pictures[i], kWidth, kHeight);
        for (const bool isMirrored : {false, true}) {
            std::vector<float> input(kWidth * kHeight, -9.0F);
            hostKernels().preprocess(
                {packing.pictures()[i].at(bytes.data()), input.data(), {kWidth, kHeight, isMirrored}, false},
                nullptr);
            bool isSame = true;
            for (int y = 0; y < kHeight; ++y)
                for (int x = 0; x < kWidth; ++x) {
                    const int from = isMirrored ? kWidth - 1 - x : x;
                    isSame = isSame &&
                             input[static_cast<std::size_t>(y * kWidth + x)] ==
                                 expected.values[static_cast<std::size_t>(y * kWidth + from)] / 255.0F - 0.5F;
                }
            CHECK(isSame);
        }
    }
}

TEST_CASE("the GPU's peaks are the CPU's, whatever the map", "[model][cuda]") {
    const auto levels = GENERATE(2, 7, 1000000);
    const auto spacing = GENERATE(0.0, 24.0, 200.0);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Heatmap map = noisyMap(33, 71, levels, seed);
        const PeakOptions options{0.3, spacing};
        checkSame(peaksByTheKernel(map, options), findPeaks(map, options));
    }
}

TEST_CASE("a map without a peak has none on the GPU either", "[model][cuda]") {
    const Heatmap flat{16, 32, std::vector<float>(16 * 32, 0.01F)};
    CHECK(peaksByTheKernel(flat, {}).empty());
    const Heatmap even{16, 32, std::vector<float>(16 * 32, 0.5F)};
    checkSame(peaksByTheKernel(even, {}), findPeaks(even));
}

TEST_CASE("of the most local maxima that a map can hold none is lost", "[model][cuda]") {
    Heatmap map{15, 9, std::vector<float>(15 * 9, 0.1F)};
    for (int y = 0; y < 9; y += 2)
        for (int x = 0; x < 15; x += 2)
            map.at(x, y) = 0.9F;
    CHECK(mostCandidates({nullptr, 15, 9, 0, {}}) == 8 * 5);
    checkSame(peaksByTheKernel(map, {0.08, 0.0}), findPeaks(map, {0.08, 0.0}));
}
