// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/samples/Disturb.h"
#include "model/training/scans/TrainingScan.h"

namespace vertescore {

struct AugmentOptions {
    bool enabled = true;            ///< false: the picture as it is, only resized
    double smallestScale = 1 / 1.5; ///< random expand to 1.5 x
    double largestScale = 1.25;     ///< random crop
    double aspect = 0.2;            ///< width against height changes by up to this share
    double rotationDeg = 8;
    double mirrorChance = 0.5;
    double plainChance = 0.15;      ///< no geometric change but the mirror
    double brightness = 32.0 / 255; ///< added, of the whole range
    double lowestContrast = 0.4;
    double highestContrast = 1.7;
    double gamma = 0.8;         ///< exponent between 1 / (1 + gamma) and 1 + gamma
    double invertChance = 0.08; ///< black and white change places
    DisturbOptions disturb;
};

/// Picture frame to sample frame, both in network pixels: out = M in + offset.
struct FrameMap {
    double xx = 1, xy = 0, yx = 0, yy = 1;
    double dx = 0, dy = 0;
    NetworkPoint apply(NetworkPoint p) const { return {xx * p.x + xy * p.y + dx, yx * p.x + yy * p.y + dy}; }
    NetworkPoint applyInverse(NetworkPoint p) const;
    bool mirrors() const { return xx * yy - xy * yx < 0; }
};

/// A random expand, crop, stretch, small rotation and mirror that keeps every present vertebra inside.
FrameMap drawFrameMap(const ScanTargets& targets, const AugmentOptions& options, SampleRandom& random);

/// Targets carried along: left and right change names when the map mirrors. A vertebra is present only if it
/// was.
ScanTargets mapped(const ScanTargets& targets, const FrameMap& map);

/// One sample of width x height, drawn in a single resampling (2 x 2 points a pixel) from a picture that
/// fills the network frame. Any thread; the result depends on the arguments alone.
TrainingSample augmentedSample(const DisplayImage& picture, const ScanTargets& targets, AnteriorSide anterior,
                               int width, int height, const AugmentOptions& options, SampleRandom random);

} // namespace vertescore
