// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/blackregions/BlackRegionSamples.h"

#include "core/image/WindowLevel.h"
#include "core/phantom/drawing/Grain.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace vertescore {
namespace {

constexpr std::uint64_t kScanStream = 101;

DisplayImage compressed(const DisplayImage& picture, int quality) {
    Plane plane(picture.width, picture.height);
    std::transform(picture.pixels.begin(), picture.pixels.end(), plane.values.begin(),
                   [](std::uint8_t grey) { return static_cast<float>(grey) / 255.0F; });
    degradeLikeJpeg(plane, quality);
    DisplayImage result = picture;
    std::transform(plane.values.begin(), plane.values.end(), result.pixels.begin(),
                   [](float grey) { return static_cast<std::uint8_t>(grey * 255 + 0.5F); });
    return result;
}

} // namespace

BlackRegionSamples ofStyle(const BlackRegionSamples& samples, PhantomStyle style) {
    BlackRegionSamples chosen;
    for (std::size_t i = 0; i < samples.cells.size(); ++i) {
        if (samples.styles[i] != style) continue;
        chosen.cells.push_back(samples.cells[i]);
        chosen.hasRegions.push_back(samples.hasRegions[i]);
        chosen.styles.push_back(style);
    }
    return chosen;
}

BlackRegionScan blackRegionScan(std::uint64_t seed, PhantomDomain domain, std::uint64_t index) {
    RandomStream random(seed, index, kScanStream);
    PhantomOptions options;
    options.seed = seed;
    options.domain = domain;
    options.style = kPhantomStyles[static_cast<std::size_t>(random.integer(0, 3))];
    options.blackRegions = random.chance(0.5);
    const Phantom phantom = makePhantom(options, index);
    const double largest = (1 << phantom.bitsStored) - 1;
    GreyPipeline pipeline; // over every value that the pixels can hold: the picture as drawn
    pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
    BlackRegionScan scan{renderDisplay(phantom.image, pipeline), phantom.blackRegions, phantom.style};
    if (random.chance(0.5)) scan.picture = compressed(scan.picture, random.integer(60, 95));
    return scan;
}

BlackRegionSamples makeBlackRegionSamples(const BlackRegionOrder& order, std::stop_token stop) {
    BlackRegionSamples samples;
    samples.cells.resize(order.count);
    samples.styles.resize(order.count);
    std::vector<std::uint8_t> labels(order.count); // written by several threads: no bits beside each other
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < order.count && !stop.stop_requested(); i = next++) {
            const BlackRegionScan scan = blackRegionScan(order.seed, order.domain, i);
            samples.cells[i] = blackRegionCells(scan.picture);
            samples.styles[i] = scan.style;
            labels[i] = scan.truth.isEmpty() ? 0 : 1;
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < order.threads; ++i)
        others.emplace_back(work);
    work();
    others.clear();
    samples.hasRegions.assign(labels.begin(), labels.end());
    return samples;
}

BlackRegionFigures measureBlackRegions(const BlackRegionNet& net, const BlackRegionSamples& samples) {
    BlackRegionFigures figures;
    for (std::size_t i = 0; i < samples.cells.size(); ++i) {
        const bool says = net.probability(samples.cells[i]) >= 0.5;
        const bool has = samples.hasRegions[i];
        ++figures.count;
        ++(has ? figures.with : figures.without);
        if (says == has) ++(has ? figures.rightWith : figures.rightWithout);
    }
    return figures;
}

} // namespace vertescore
