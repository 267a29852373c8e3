// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Grain.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vertescore {
namespace {

/// Half of a symmetric kernel, the middle first.
std::vector<float> gaussian(double sigma, bool keepsVariance) {
    const int radius = std::min(9, static_cast<int>(std::ceil(2.6 * sigma)));
    std::vector<float> kernel;
    double norm = 0;
    for (int i = 0; i <= radius; ++i) {
        const double weight = exponential(-0.5 * i * i / (sigma * sigma));
        kernel.push_back(static_cast<float>(weight));
        norm += (i == 0 ? 1 : 2) * (keepsVariance ? weight * weight : weight);
    }
    const auto scale = static_cast<float>(1.0 / (keepsVariance ? std::sqrt(norm) : norm));
    for (float& weight : kernel)
        weight *= scale;
    return kernel;
}

void filterRows(Plane& plane, const std::vector<float>& kernel) {
    const auto radius = static_cast<int>(kernel.size()) - 1;
    const auto width = static_cast<std::size_t>(plane.width);
    std::vector<float> padded(width + 2 * static_cast<std::size_t>(radius));
    for (int y = 0; y < plane.height; ++y) {
        float* row = plane.row(y);
        std::copy(row, row + width, padded.begin() + radius);
        std::fill(padded.begin(), padded.begin() + radius, row[0]);
        std::fill(padded.end() - radius, padded.end(), row[width - 1]);
        const float* middle = padded.data() + radius;
        for (std::size_t x = 0; x < width; ++x)
            row[x] = kernel[0] * middle[x];
        for (int i = 1; i <= radius; ++i) {
            const float weight = kernel[static_cast<std::size_t>(i)];
            const float* before = middle - i;
            const float* after = middle + i;
            for (std::size_t x = 0; x < width; ++x)
                row[x] += weight * (before[x] + after[x]);
        }
    }
}

void filterColumns(Plane& plane, const std::vector<float>& kernel) {
    const auto radius = static_cast<int>(kernel.size()) - 1;
    const auto width = static_cast<std::size_t>(plane.width);
    const Plane source = plane;
    for (int y = 0; y < plane.height; ++y) {
        float* row = plane.row(y);
        for (std::size_t x = 0; x < width; ++x)
            row[x] *= kernel[0];
        for (int i = 1; i <= radius; ++i) {
            const float weight = kernel[static_cast<std::size_t>(i)];
            const float* above = source.row(std::max(0, y - i));
            const float* below = source.row(std::min(plane.height - 1, y + i));
            for (std::size_t x = 0; x < width; ++x)
                row[x] += weight * (above[x] + below[x]);
        }
    }
}

/// Sum of four 16-bit uniforms, scaled to a standard deviation of 1.
float roughNormal(std::uint64_t bits) {
    const auto sum = static_cast<std::int32_t>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) +
                                               ((bits >> 32) & 0xFFFF) + (bits >> 48)) -
                     131070;
    return static_cast<float>(sum) * (1.0F / 37837.2F); // 65536 / sqrt(12) * sqrt(4)
}

using Block = std::array<float, 64>;

constexpr std::array<int, 64> kLuminance{
    16, 11,  10,  16, 24, 40, 51, 61, 12,  12,  14,  19,  26, 58, 60, 55,  14,  13,  16,  24, 40, 57,
    69, 56,  14,  17, 22, 29, 51, 87, 80,  62,  18,  22,  37, 56, 68, 109, 103, 77,  24,  35, 55, 64,
    81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98,  112, 100, 103, 99};

Block cosineTable() {
    Block table{};
    for (std::size_t k = 0; k < 8; ++k)
        for (std::size_t n = 0; n < 8; ++n)
            table[k * 8 + n] = static_cast<float>(
                (k == 0 ? 0.35355339059327376 : 0.5) *
                cosine((2.0 * static_cast<double>(n) + 1) * static_cast<double>(k) * kPi / 16));
    return table;
}

/// out = a x b, or a x b transposed, 8 x 8.
void multiply(const Block& a, const Block& b, Block& out) {
    for (std::size_t i = 0; i < 8; ++i) {
        std::array<float, 8> row{};
        for (std::size_t k = 0; k < 8; ++k) {
            const float factor = a[i * 8 + k];
            for (std::size_t j = 0; j < 8; ++j)
                row[j] += factor * b[k * 8 + j];
        }
        std::copy(row.begin(), row.end(), out.begin() + static_cast<std::ptrdiff_t>(i * 8));
    }
}

Block transposed(const Block& block) {
    Block out{};
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < 8; ++j)
            out[j * 8 + i] = block[i * 8 + j];
    return out;
}

} // namespace

Plane makeGrain(int width, int height, double blobX, double blobY, RandomStream& random) {
    Plane plane(width, height);
    for (float& value : plane.values)
        value = roughNormal(random.next());
    // Correlation of white noise through a Gaussian: exp(-d^2 / 4 sigma^2), 1/e at 2 sigma.
    if (blobX > 0.6) filterRows(plane, gaussian(blobX / 2, true));
    if (blobY > 0.6) filterColumns(plane, gaussian(blobY / 2, true));
    return plane;
}

void blur(Plane& plane, double sigmaX, double sigmaY) {
    if (sigmaX > 0.2) filterRows(plane, gaussian(std::min(sigmaX, 4.0), false));
    if (sigmaY > 0.2) filterColumns(plane, gaussian(std::min(sigmaY, 4.0), false));
}

void degradeLikeJpeg(Plane& plane, int quality) {
    static const Block forward = cosineTable();
    static const Block backward = transposed(forward);
    const int scale = quality < 50 ? 5000 / std::max(1, quality) : 200 - 2 * quality;
    Block steps{};
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = static_cast<float>(std::clamp((kLuminance[i] * scale + 50) / 100, 1, 255));
    Block block{};
    Block half{};
    for (int top = 0; top < plane.height; top += 8)
        for (int left = 0; left < plane.width; left += 8) {
            for (int i = 0; i < 64; ++i)
                block[static_cast<std::size_t>(i)] =
                    255 * plane.row(std::min(top + i / 8,
                                             plane.height - 1))[std::min(left + i % 8, plane.width - 1)] -
                    128;
            multiply(forward, block, half);
            multiply(half, backward, block);
            for (std::size_t i = 0; i < 64; ++i) {
                const float level = block[i] / steps[i];
                block[i] =
                    static_cast<float>(static_cast<int>(level + (level < 0 ? -0.5F : 0.5F))) * steps[i];
            }
            multiply(backward, block, half);
            multiply(half, forward, block);
            for (int i = 0; i < 64; ++i)
                if (top + i / 8 < plane.height && left + i % 8 < plane.width)
                    plane.row(top + i / 8)[left + i % 8] =
                        std::clamp((block[static_cast<std::size_t>(i)] + 128) / 255, 0.0F, 1.0F);
        }
}

} // namespace vertescore
