// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/picturenet/PictureSamples.h"

#include "core/image/WindowLevel.h"
#include "core/phantom/drawing/Grain.h"
#include "core/phantom/drawing/Random.h"
#include "core/phantom/frontal/FrontalPhantom.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace vertescore {
namespace {

constexpr std::uint64_t kRegionStream = 101;
constexpr std::uint64_t kViewStream = 104;

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

/// Over every value that the pixels can hold: the picture as drawn.
DisplayImage displayed(const GreyImage& image, int bits) {
    const double largest = (1 << bits) - 1;
    GreyPipeline pipeline;
    pipeline.window = WindowLevel{largest / 2, largest, VoiFunction::LinearExact};
    return renderDisplay(image, pipeline);
}

} // namespace

PictureSamples ofStyle(const PictureSamples& samples, PhantomStyle style) {
    PictureSamples chosen;
    chosen.question = samples.question;
    for (std::size_t i = 0; i < samples.cells.size(); ++i) {
        if (samples.styles[i] != style) continue;
        chosen.cells.push_back(samples.cells[i]);
        chosen.isYes.push_back(samples.isYes[i]);
        chosen.styles.push_back(style);
    }
    return chosen;
}

AnsweredPicture answeredPicture(PictureQuestion question, std::uint64_t seed, PhantomDomain domain,
                                std::uint64_t index) {
    const bool isOfView = question == PictureQuestion::FrontalView;
    RandomStream random(seed, index, isOfView ? kViewStream : kRegionStream);
    PhantomOptions options;
    options.seed = seed;
    options.domain = domain;
    options.style = kPhantomStyles[static_cast<std::size_t>(random.integer(0, 3))];
    const bool isYes = random.chance(0.5);
    AnsweredPicture answered;
    if (isOfView && isYes) {
        const FrontalPhantom phantom = makeFrontalPhantom(options, index);
        answered = {displayed(phantom.image, phantom.bitsStored), true, phantom.style};
    } else {
        if (!isOfView) options.blackRegions = isYes;
        const Phantom phantom = makePhantom(options, index);
        answered = {displayed(phantom.image, phantom.bitsStored),
                    !isOfView && !phantom.blackRegions.isEmpty(), phantom.style};
    }
    if (random.chance(0.5)) answered.picture = compressed(answered.picture, random.integer(60, 95));
    return answered;
}

PictureSamples makePictureSamples(const PictureOrder& order, std::stop_token stop) {
    PictureSamples samples;
    samples.question = order.question;
    samples.cells.resize(order.count);
    samples.styles.resize(order.count);
    std::vector<std::uint8_t> labels(order.count); // written by several threads: no bits beside each other
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < order.count && !stop.stop_requested(); i = next++) {
            const AnsweredPicture one = answeredPicture(order.question, order.seed, order.domain, i);
            samples.cells[i] = pictureCells(one.picture);
            samples.styles[i] = one.style;
            labels[i] = one.isYes ? 1 : 0;
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < order.threads; ++i)
        others.emplace_back(work);
    work();
    others.clear();
    samples.isYes.assign(labels.begin(), labels.end());
    return samples;
}

PictureFigures measurePictureNet(const PictureNet& net, const PictureSamples& samples, double least) {
    PictureFigures figures;
    for (std::size_t i = 0; i < samples.cells.size(); ++i) {
        const bool says = net.probability(samples.cells[i]) >= least;
        const bool isYes = samples.isYes[i];
        ++figures.count;
        ++(isYes ? figures.yes : figures.no);
        if (says == isYes) ++(isYes ? figures.rightYes : figures.rightNo);
    }
    return figures;
}

} // namespace vertescore
