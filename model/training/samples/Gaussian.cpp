// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Gaussian.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vertescore {
namespace {

/// Half a Gaussian, its centre first, so that the whole one adds up to 1.
std::vector<float> halfGaussian(double sigma, double reach) {
    const int last = std::max(1, static_cast<int>(std::ceil(reach * sigma)));
    std::vector<double> weights;
    double sum = 0;
    for (int i = 0; i <= last; ++i) {
        weights.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
        sum += weights.back() * (i == 0 ? 1 : 2);
    }
    std::vector<float> out;
    for (const double weight : weights)
        out.push_back(static_cast<float>(weight / sum));
    return out;
}

/// One line of the sample, border values going on beyond its ends.
void blurLine(float* first, std::ptrdiff_t step, int count, const std::vector<float>& half,
              std::vector<float>& line) {
    line.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        line[static_cast<std::size_t>(i)] = first[i * step];
    const auto at = [&](int i) { return line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]; };
    const int reach = static_cast<int>(half.size()) - 1;
    for (int i = 0; i < count; ++i) {
        float sum = half[0] * at(i);
        for (int k = 1; k <= reach; ++k)
            sum += half[static_cast<std::size_t>(k)] * (at(i - k) + at(i + k));
        first[i * step] = sum;
    }
}

} // namespace

void blur(GreySample& sample, double sigma, double reach) {
    const std::vector<float> half = halfGaussian(sigma, reach);
    std::vector<float> line;
    const auto row = [&](int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(sample.width);
    };
    for (int y = 0; y < sample.height; ++y)
        blurLine(&sample.values[row(y)], 1, sample.width, half, line);
    for (int x = 0; x < sample.width; ++x)
        blurLine(&sample.values[static_cast<std::size_t>(x)], sample.width, sample.height, half, line);
}

} // namespace vertescore
