// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Resample.h"

#include "core/base/Assert.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

std::vector<float> shrunkAcross(const DisplayImage& picture, int width) {
    const Taps taps = tapsFor(picture.width, width);
    std::vector<float> out(static_cast<std::size_t>(width) * static_cast<std::size_t>(picture.height));
    auto target = out.begin();
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* row =
            picture.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
        for (const TapSpan& span : taps.spans) {
            float sum = 0;
            for (int k = 0; k < span.count; ++k)
                sum += taps.weights[static_cast<std::size_t>(span.weight + k)] *
                       static_cast<float>(row[span.first + k]);
            *target++ = sum;
        }
    }
    return out;
}

} // namespace

Taps tapsFor(int from, int to) {
    Taps taps;
    const double step = static_cast<double>(from) / to;
    const double reach = std::max(step, 1.0);
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * step;
        const int first = std::max(0, static_cast<int>(std::floor(centre - reach + 0.5)));
        const int last = std::min(from, static_cast<int>(std::floor(centre + reach + 0.5)));
        const std::size_t start = taps.weights.size();
        double sum = 0;
        for (int j = first; j < last; ++j) {
            const double weight = std::max(0.0, 1.0 - std::abs((j + 0.5 - centre) / reach));
            taps.weights.push_back(static_cast<float>(weight));
            sum += weight;
        }
        for (std::size_t k = start; k < taps.weights.size(); ++k)
            taps.weights[k] = static_cast<float>(taps.weights[k] / sum);
        taps.spans.push_back({first, last - first, static_cast<int>(start)});
    }
    return taps;
}

FloatPicture resized(const DisplayImage& picture, int width, int height) {
    VERTESCORE_ASSERT(picture.width > 0 && picture.height > 0 && width > 0 && height > 0);
    const std::vector<float> across = shrunkAcross(picture, width);
    const Taps taps = tapsFor(picture.height, height);
    const auto columns = static_cast<std::size_t>(width);
    FloatPicture out{width, height, std::vector<float>(columns * static_cast<std::size_t>(height))};
    for (std::size_t y = 0; y < taps.spans.size(); ++y) {
        const TapSpan& span = taps.spans[y];
        float* target = out.values.data() + y * columns;
        for (int k = 0; k < span.count; ++k) {
            const float weight = taps.weights[static_cast<std::size_t>(span.weight + k)];
            const float* row = across.data() + static_cast<std::size_t>(span.first + k) * columns;
            for (std::size_t x = 0; x < columns; ++x)
                target[x] += weight * row[x];
        }
    }
    return out;
}

DisplayImage resizedGrey(const DisplayImage& picture, int width, int height) {
    const FloatPicture fine = resized(picture, width, height);
    DisplayImage out{width, height, std::vector<std::uint8_t>(fine.values.size())};
    std::transform(fine.values.begin(), fine.values.end(), out.pixels.begin(), [](float value) {
        return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
    });
    return out;
}

} // namespace vertescore
