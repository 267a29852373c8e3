// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture/Resample.h"

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
/// clamped to the source, so its edge pixels go on.
struct Taps {
    std::size_t perOutput = 0;
    std::vector<std::size_t> positions; ///< outputs x perOutput
    std::vector<float> weights;
    std::size_t insideFrom = 0; ///< outputs within the picture: [insideFrom, insideTo)
    std::size_t insideTo = 0;
};

Taps makeTaps(int outputs, double origin, double step, int sourceLength) {
    const double stretch = std::max(1.0, step);
    const auto edge = [&](double source) {
        return static_cast<std::size_t>(
            std::clamp(std::ceil((source - origin) / step - 0.5), 0.0, 1.0 * outputs));
    };
    Taps taps;
    taps.insideFrom = edge(0);
    taps.insideTo = edge(sourceLength);
    taps.perOutput = static_cast<std::size_t>(std::ceil(4 * stretch)) + 1;
    const std::size_t total = static_cast<std::size_t>(outputs) * taps.perOutput;
    taps.positions.resize(total);
    taps.weights.resize(total);
    for (std::size_t i = taps.insideFrom; i < taps.insideTo; ++i) {
        const double centre = origin + (static_cast<double>(i) + 0.5) * step;
        const int first = static_cast<int>(std::floor(centre - 0.5 - 2 * stretch)) + 1;
        double sum = 0;
        for (std::size_t k = 0; k < taps.perOutput; ++k) {
            const int position = first + static_cast<int>(k);
            const double weight = mitchell((position + 0.5 - centre) / stretch);
            taps.positions[i * taps.perOutput + k] =
                static_cast<std::size_t>(std::clamp(position, 0, sourceLength - 1));
            taps.weights[i * taps.perOutput + k] = static_cast<float>(weight);
            sum += weight;
        }
        for (std::size_t k = 0; k < taps.perOutput; ++k)
            taps.weights[i * taps.perOutput + k] /= static_cast<float>(sum);
    }
    return taps;
}

/// One source row at the output's columns inside the picture.
std::vector<float> rowThroughTaps(const std::uint8_t* row, const Taps& taps) {
    std::vector<float> out(taps.insideTo - taps.insideFrom);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t at = (taps.insideFrom + i) * taps.perOutput;
        float sum = 0;
        for (std::size_t k = at; k < at + taps.perOutput; ++k) {
            sum += taps.weights[k] * static_cast<float>(row[taps.positions[k]]);
        }
        out[i] = sum;
    }
    return out;
}

void addRow(std::vector<float>& sums, const std::vector<float>& row, float weight) {
    const float* const from = row.data();
    float* const to = sums.data();
    for (std::size_t i = 0; i < sums.size(); ++i)
        to[i] += weight * from[i];
}

void storeRow(const std::vector<float>& sums, std::uint8_t* target) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        target[i] = static_cast<std::uint8_t>(static_cast<int>(std::clamp(sums[i], 0.0F, 255.0F) + 0.5F));
    }
}

} // namespace

std::vector<std::uint8_t> resampled(const DisplayImage& source, const ResampleOptions& options) {
    const auto width = static_cast<std::size_t>(std::max(0, options.size.width()));
    const auto height = static_cast<std::size_t>(std::max(0, options.size.height()));
    std::vector<std::uint8_t> out(width * height, options.outside);
    if (out.empty() || source.pixels.empty()) return out;
    const Taps across = makeTaps(options.size.width(), options.origin.x(), options.step.x(), source.width);
    const Taps down = makeTaps(options.size.height(), options.origin.y(), options.step.y(), source.height);

    // Source rows as they are needed; those above the filter are let go.
    std::vector<std::vector<float>> rows(static_cast<std::size_t>(source.height));
    std::size_t firstKept = 0;
    std::vector<float> sums(across.insideTo - across.insideFrom);
    for (std::size_t j = down.insideFrom; j < down.insideTo; ++j) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t k = j * down.perOutput; k < (j + 1) * down.perOutput; ++k) {
            if (down.weights[k] == 0.0F) continue;
            const std::size_t y = down.positions[k];
            if (rows[y].empty()) {
                const auto* row = source.pixels.data() + y * static_cast<std::size_t>(source.width);
                rows[y] = rowThroughTaps(row, across);
            }
            addRow(sums, rows[y], down.weights[k]);
        }
        storeRow(sums, out.data() + j * width + across.insideFrom);
        for (; firstKept < down.positions[j * down.perOutput]; ++firstKept)
            std::vector<float>().swap(rows[firstKept]);
    }
    return out;
}

} // namespace vertescore
