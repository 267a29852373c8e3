// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Stress.h"

#include "model/training/samples/Augment.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

// Lengths are shares of the picture's width.
constexpr double kWidestBlur = 0.009;
constexpr double kLeastBlur = 0.2;    ///< pixels; less changes none
constexpr double kFinestBlob = 0.004; ///< finer noise is gone once the picture is reduced
constexpr double kWidestBlob = 0.012;
constexpr double kStrongestNoise = 0.07; ///< standard deviation, of the whole range of greys
constexpr double kReach = 2.5;           ///< of a Gauss curve, standard deviations

AugmentOptions beyondTraining() {
    AugmentOptions options;
    options.smallestScale = 0.6;
    options.largestScale = 1.3;
    options.aspect = 0.3;
    options.rotationDeg = 8;
    options.lowestContrast = 0.4;
    options.highestContrast = 1.7;
    options.gamma = 1.0;
    return options;
}

void soften(GreySample& picture, double sigma) {
    if (sigma >= kLeastBlur) blur(picture, sigma, kReach);
}

/// Of standard deviation 1.
GreySample blotchyNoise(int width, int height, double blob, SampleRandom& random) {
    GreySample noise{width, height, {}};
    noise.values.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (float& value : noise.values)
        value = static_cast<float>(random.uniform() + random.uniform() + random.uniform() - 1.5);
    soften(noise, blob);
    double squares = 0;
    for (const float value : noise.values)
        squares += static_cast<double>(value) * static_cast<double>(value);
    const auto deviation = static_cast<float>(std::sqrt(squares / static_cast<double>(noise.values.size())));
    for (float& value : noise.values)
        value /= std::max(deviation, 1e-6F);
    return noise;
}

DisplayImage greysOf(const GreySample& picture) { // -0.5...0.5
    DisplayImage image{picture.width, picture.height, {}};
    image.pixels.reserve(picture.values.size());
    for (const float value : picture.values)
        image.pixels.push_back(
            static_cast<std::uint8_t>(std::clamp((value + 0.5F) * 255 + 0.5F, 0.0F, 255.0F)));
    return image;
}

/// Positions from the frame of the network; what had none has none still.
Landmarks movedTo(const ScanTargets& targets, AnteriorSide anterior, const TrainingScan& scan) {
    Landmarks truth = scan.truth;
    truth.anterior = anterior;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            Landmark& landmark = truth.at(level).at(corner);
            const VertebraTarget& target = targets[indexOf(level)];
            if (landmark.position)
                landmark.position =
                    scan.geometry.toPixel(target.corners[cornerPlace(corner, anterior)], AnteriorSide::Right);
        }
    return truth;
}

} // namespace

TrainingScan stressed(const TrainingScan& scan, SampleRandom random) {
    const int width = scan.geometry.width, height = scan.geometry.height;
    const TrainingSample sample = augmentedSample(scan.picture, targetsOf(scan), scan.truth.anterior, width,
                                                  height, beyondTraining(), SampleRandom(random.next(), 0));
    GreySample picture{width, height, sample.grey};
    if (random.chance(0.5)) soften(picture, random.uniform(0, kWidestBlur) * width);
    if (random.chance(0.5)) {
        const auto strength = static_cast<float>(random.uniform(0, kStrongestNoise));
        const GreySample noise =
            blotchyNoise(width, height, random.uniform(kFinestBlob, kWidestBlob) * width, random);
        for (std::size_t i = 0; i < noise.values.size(); ++i)
            picture.values[i] += strength * noise.values[i];
    }
    return {greysOf(picture), scan.geometry, movedTo(sample.targets, sample.anterior, scan), scan.group,
            scan.patient};
}

} // namespace vertescore
