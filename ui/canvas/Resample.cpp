// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/Resample.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

double mitchell(double distance) {
    const double x = std::abs(distance);
    if (x < 1) return (7 * x * x * x - 12 * x * x + 16.0 / 3) / 6;
    if (x < 2) return (-7.0 / 3 * x * x * x + 12 * x * x - 20 * x + 32.0 / 3) / 6;
    return 0;
}

/// Which source samples make one output sample along one axis, and how much each counts. Positions are
/// clamped to the source, so its edge pixels go on; count is 0 where the output lies outside the picture.
struct Taps {
    int count = 0;
    std::vector<int> positions; ///< outputs x perOutput
    std::vector<float> weights;
    std::vector<bool> isInside;
    int perOutput = 0;
};

Taps makeTaps(int outputs, double origin, double step, int sourceLength) {
    const double stretch = std::max(1.0, step);
    Taps taps;
    taps.perOutput = static_cast<int>(std::ceil(4 * stretch)) + 1;
    const auto total = static_cast<std::size_t>(outputs) * static_cast<std::size_t>(taps.perOutput);
    taps.positions.resize(total);
    taps.weights.resize(total);
    taps.isInside.resize(static_cast<std::size_t>(outputs));
    for (int i = 0; i < outputs; ++i) {
        const double centre = origin + (i + 0.5) * step;
        taps.isInside[static_cast<std::size_t>(i)] = centre >= 0 && centre < sourceLength;
        const int first = static_cast<int>(std::floor(centre - 0.5 - 2 * stretch)) + 1;
        double sum = 0;
        const std::size_t at = static_cast<std::size_t>(i) * static_cast<std::size_t>(taps.perOutput);
        for (int k = 0; k < taps.perOutput; ++k) {
            const double weight = mitchell((first + k + 0.5 - centre) / stretch);
            taps.positions[at + static_cast<std::size_t>(k)] = std::clamp(first + k, 0, sourceLength - 1);
            taps.weights[at + static_cast<std::size_t>(k)] = static_cast<float>(weight);
            sum += weight;
        }
        for (int k = 0; k < taps.perOutput; ++k)
            taps.weights[at + static_cast<std::size_t>(k)] /= static_cast<float>(sum);
    }
    return taps;
}

std::vector<float> rowThroughTaps(const std::uint8_t* row, const Taps& taps, std::size_t outputs) {
    std::vector<float> out(outputs, 0.0F);
    const auto perOutput = static_cast<std::size_t>(taps.perOutput);
    for (std::size_t i = 0; i < outputs; ++i) {
        if (!taps.isInside[i]) continue;
        float sum = 0;
        for (std::size_t k = i * perOutput; k < (i + 1) * perOutput; ++k) {
            sum += taps.weights[k] * static_cast<float>(row[taps.positions[k]]);
        }
        out[i] = sum;
    }
    return out;
}

} // namespace

std::vector<std::uint8_t> resampled(const DisplayImage& source, const ResampleOptions& options) {
    const auto width = static_cast<std::size_t>(std::max(0, options.size.width()));
    const auto height = static_cast<std::size_t>(std::max(0, options.size.height()));
    std::vector<std::uint8_t> out(width * height, options.outside);
    if (out.empty() || source.pixels.empty()) return out;
    const Taps across = makeTaps(options.size.width(), options.origin.x(), options.step.x(), source.width);
    const Taps down = makeTaps(options.size.height(), options.origin.y(), options.step.y(), source.height);

    std::vector<std::vector<float>> rows(static_cast<std::size_t>(source.height));
    std::vector<float> sums(width);
    const auto perOutput = static_cast<std::size_t>(down.perOutput);
    for (std::size_t j = 0; j < height; ++j) {
        if (!down.isInside[j]) continue;
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t k = j * perOutput; k < (j + 1) * perOutput; ++k) {
            const float weight = down.weights[k];
            if (weight == 0.0F) continue;
            const auto y = static_cast<std::size_t>(down.positions[k]);
            if (rows[y].empty()) {
                rows[y] = rowThroughTaps(source.pixels.data() + y * static_cast<std::size_t>(source.width),
                                         across, width);
            }
            const float* row = rows[y].data();
            for (std::size_t i = 0; i < width; ++i)
                sums[i] += weight * row[i];
        }
        std::uint8_t* target = out.data() + j * width;
        for (std::size_t i = 0; i < width; ++i) {
            if (across.isInside[i])
                target[i] = static_cast<std::uint8_t>(std::clamp(sums[i], 0.0F, 255.0F) + 0.5F);
        }
        // Rows above are needed no more: a large scan would fill the memory.
        const auto firstNeeded = static_cast<std::size_t>(down.positions[j * perOutput]);
        if (firstNeeded > 0) std::vector<float>().swap(rows[firstNeeded - 1]);
    }
    return out;
}

} // namespace vertescore
