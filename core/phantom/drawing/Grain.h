// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/drawing/Canvas.h"

namespace vertescore {

class RandomStream;

/// A plane of normal noise, mean 0, standard deviation 1, whose autocorrelation falls to 1/e at blobX and
/// blobY pixels (below 0.6: white).
Plane makeGrain(int width, int height, double blobX, double blobY, RandomStream& random);

/// Gaussian blur, standard deviations in pixels, at most 4.
void blur(Plane& plane, double sigmaX, double sigmaY);

/// Loss of JPEG compression of a picture of greys 0...1: 8 x 8 blocks, cosine transform, the luminance table
/// of ITU-T T.81 annex K scaled to a quality of 1...100.
void degradeLikeJpeg(Plane& plane, int quality);

/// Contrast-limited adaptive histogram equalisation of a picture of greys 0...1: 8 x 8 tiles, histograms of
/// 256 steps clipped at limit times their mean, bilinear between tiles (Zuiderveld 1994).
void equaliseLocally(Plane& plane, double limit);

} // namespace vertescore
