// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Disturb.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kReach = 3;       ///< of a blur, standard deviations
constexpr int kShadingColumns = 3; ///< knots of the slow change
constexpr int kShadingRows = 5;

/// Mean 0, variance 1, nearly normal: the sum of four uniform numbers.
float drawNormal(SampleRandom& random) {
    const double sum = random.uniform() + random.uniform() + random.uniform() + random.uniform();
    return static_cast<float>((sum - 2) * std::sqrt(3.0));
}

std::size_t placeOf(const GreySample& sample, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(sample.width) + static_cast<std::size_t>(x);
}

void sharpen(GreySample& sample, double amount) {
    GreySample smooth = sample;
    blur(smooth, 1, kReach);
    for (std::size_t i = 0; i < sample.values.size(); ++i)
        sample.values[i] += static_cast<float>(amount) * (sample.values[i] - smooth.values[i]);
}

/// Random knots on a grid over the sample, read bilinearly in between.
class RandomField {
public:
    RandomField(int columns, int rows, SampleRandom& random) : m_columns(columns), m_rows(rows) {
        for (int i = 0; i < columns * rows; ++i)
            m_knots.push_back(drawNormal(random));
    }
    /// x and y: 0...1 over the sample.
    float at(float x, float y) const {
        const float column = x * static_cast<float>(m_columns - 1);
        const float row = y * static_cast<float>(m_rows - 1);
        const int left = std::min(static_cast<int>(column), std::max(0, m_columns - 2));
        const int top = std::min(static_cast<int>(row), std::max(0, m_rows - 2));
        const float fx = column - static_cast<float>(left);
        const float fy = row - static_cast<float>(top);
        return (knot(left, top) * (1 - fx) + knot(left + 1, top) * fx) * (1 - fy) +
               (knot(left, top + 1) * (1 - fx) + knot(left + 1, top + 1) * fx) * fy;
    }

private:
    float knot(int column, int row) const {
        return m_knots[static_cast<std::size_t>(std::min(row, m_rows - 1) * m_columns +
                                                std::min(column, m_columns - 1))];
    }
    int m_columns;
    int m_rows;
    std::vector<float> m_knots;
};

void addField(GreySample& sample, const RandomField& field, double amplitude) {
    for (int y = 0; y < sample.height; ++y)
        for (int x = 0; x < sample.width; ++x)
            sample.values[placeOf(sample, x, y)] +=
                static_cast<float>(amplitude) *
                field.at((static_cast<float>(x) + 0.5F) / static_cast<float>(sample.width),
                         (static_cast<float>(y) + 0.5F) / static_cast<float>(sample.height));
}

void addNoise(GreySample& sample, const DisturbOptions& options, SampleRandom& random) {
    const auto blobs = [&](int size) {
        return std::max(2, static_cast<int>(size / random.uniform(1, options.largestGrain)));
    };
    const int columns = blobs(sample.width);
    const int rows = blobs(sample.height);
    addField(sample, RandomField(columns, rows, random), random.uniform(0, options.largestNoise));
}

void addStripes(GreySample& sample, double size, bool areRows, SampleRandom& random) {
    std::vector<float> steps(static_cast<std::size_t>(areRows ? sample.height : sample.width));
    for (float& step : steps)
        step = static_cast<float>(size) * drawNormal(random);
    for (int y = 0; y < sample.height; ++y)
        for (int x = 0; x < sample.width; ++x)
            sample.values[placeOf(sample, x, y)] += steps[static_cast<std::size_t>(areRows ? y : x)];
}

} // namespace

void disturb(GreySample& sample, const DisturbOptions& options, SampleRandom& random) {
    if (random.chance(options.blurChance))
        blur(sample, random.uniform(0.2, options.largestBlur), kReach);
    else if (random.chance(options.sharpenChance))
        sharpen(sample, random.uniform(0, options.largestSharpening));
    if (random.chance(options.shadingChance)) {
        const RandomField field(kShadingColumns, kShadingRows, random);
        addField(sample, field, random.uniform(0, options.largestShading / 2));
    }
    if (random.chance(options.noiseChance)) addNoise(sample, options, random);
    if (random.chance(options.stripeChance))
        addStripes(sample, random.uniform(0, options.largestStripe), random.chance(0.5), random);
    for (float& value : sample.values)
        value = std::clamp(value, -0.5F, 0.5F);
}

} // namespace vertescore
