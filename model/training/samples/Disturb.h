// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/samples/Gaussian.h"
#include "model/training/samples/SampleRandom.h"

namespace vertescore {

/// What may happen to a sample's greys beyond brightness, contrast and gamma, so that a network does not
/// learn one scanner's sharpness and noise by heart. Greys run from -0.5 to 0.5; lengths are pixels of the
/// sample.
struct DisturbOptions {
    double blurChance = 0.35;
    double largestBlur = 1.1; ///< standard deviation of the Gaussian
    double sharpenChance = 0.15;
    double largestSharpening = 1.2; ///< of what a blur of one pixel takes away, added on top
    double shadingChance = 0.4;
    double largestShading = 0.25; ///< two standard deviations of a slow change of grey over the picture
    double noiseChance = 0.5;
    double largestNoise = 0.1; ///< standard deviation
    double largestGrain = 3;   ///< of the noise's blobs, across and along apart
    double stripeChance = 0.15;
    double largestStripe = 0.04; ///< standard deviation of steps from row to row or column to column
};

/// Each disturbance by its chance, in the order of a scanner: sharpness, shading, noise, stripes. Values stay
/// within -0.5...0.5. The result depends on the arguments alone.
void disturb(GreySample& sample, const DisturbOptions& options, SampleRandom& random);

} // namespace vertescore
