// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Enlarge.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vertescore {
namespace {

/// The four source pixels of one target pixel along an axis.
struct Taps {
    std::array<int, 4> at{};
    std::array<float, 4> weight{};
};

std::array<float, 4> weightsOf(float t, Enlarging how) {
    if (how == Enlarging::Bilinear) return {0, 1 - t, t, 0};
    const float t2 = t * t;
    const float t3 = t2 * t;
    return {-0.5F * t + t2 - 0.5F * t3, 1 - 2.5F * t2 + 1.5F * t3, 0.5F * t + 2 * t2 - 1.5F * t3,
            -0.5F * t2 + 0.5F * t3};
}

std::vector<Taps> tapsOf(int from, int to, Enlarging how) {
    std::vector<Taps> taps(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        const double place = (i + 0.5) * from / to - 0.5;
        const int first = static_cast<int>(std::floor(place));
        Taps& tap = taps[static_cast<std::size_t>(i)];
        tap.weight = weightsOf(static_cast<float>(place - first), how);
        for (int k = 0; k < 4; ++k)
            tap.at[static_cast<std::size_t>(k)] = std::clamp(first - 1 + k, 0, from - 1);
    }
    return taps;
}

Plane widened(const Plane& plane, int width, Enlarging how) {
    const std::vector<Taps> taps = tapsOf(plane.width, width, how);
    Plane wide(width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const float* source = plane.row(y);
        float* target = wide.row(y);
        for (const Taps& tap : taps)
            *target++ = tap.weight[0] * source[tap.at[0]] + tap.weight[1] * source[tap.at[1]] +
                        tap.weight[2] * source[tap.at[2]] + tap.weight[3] * source[tap.at[3]];
    }
    return wide;
}

} // namespace

Plane enlarged(const Plane& plane, int width, int height, Enlarging how) {
    const Plane wide = widened(plane, width, how);
    const std::vector<Taps> taps = tapsOf(plane.height, height, how);
    Plane large(width, height);
    for (int y = 0; y < height; ++y) {
        const Taps& tap = taps[static_cast<std::size_t>(y)];
        float* target = large.row(y);
        for (std::size_t k = 0; k < 4; ++k) {
            const float* source = wide.row(tap.at[k]);
            for (int x = 0; x < width; ++x)
                target[x] += tap.weight[k] * source[x];
        }
        for (int x = 0; x < width; ++x)
            target[x] = std::clamp(target[x], 0.0F, 1.0F);
    }
    return large;
}

} // namespace vertescore
