// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/WindowLevel.h"

#include "core/base/Assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vertescore {

namespace {

constexpr std::size_t kSampleValues = 65536;

double tableValue(const GreyTable& table, double input) {
    const double index = std::floor(input) - table.firstMapped;
    const double last = static_cast<double>(table.entries.size()) - 1;
    return table.entries[static_cast<std::size_t>(std::clamp(index, 0.0, last))];
}

double windowValue(const WindowLevel& window, double value) {
    switch (window.function) {
    case VoiFunction::Linear: { // PS3.3 C.11.2.1.2.1
        const double half = (window.width - 1) / 2;
        const double centre = window.centre - 0.5;
        if (value <= centre - half) return 0;
        if (value > centre + half) return 1;
        return (value - centre) / (window.width - 1) + 0.5;
    }
    case VoiFunction::LinearExact: // C.11.2.1.3.2
        return std::clamp((value - window.centre) / window.width + 0.5, 0.0, 1.0);
    case VoiFunction::Sigmoid: // C.11.2.1.3.1
        return 1 / (1 + std::exp(-4 * (value - window.centre) / window.width));
    }
    return 0;
}

bool isPadding(const GreyPipeline& pipeline, int stored) {
    return pipeline.padding && stored >= pipeline.padding->first && stored <= pipeline.padding->second;
}

/// How many pixels hold each sample value; the pipeline is then applied once per value instead of once per
/// pixel.
std::vector<std::uint32_t> histogram(const GreyImage& image) {
    std::vector<std::uint32_t> counts(kSampleValues, 0);
    for (const auto sample : image.samples)
        ++counts[sample];
    return counts;
}

/// Calls visit(modality value, count) for every sample value that occurs and is no padding.
template <typename Visit>
void forEachValue(const GreyImage& image, const GreyPipeline& pipeline, Visit visit) {
    const auto counts = histogram(image);
    for (std::size_t sample = 0; sample < kSampleValues; ++sample) {
        const int stored = static_cast<int>(sample) + image.storedOffset;
        if (counts[sample] > 0 && !isPadding(pipeline, stored))
            visit(modalityValue(pipeline, stored), counts[sample]);
    }
}

/// Display value of every possible sample, 0...highest.
template <typename T>
std::vector<T> displayTable(const GreyImage& image, const GreyPipeline& pipeline) {
    constexpr double highest = std::numeric_limits<T>::max();
    const auto range = modalityRange(image, pipeline);
    std::vector<T> table(kSampleValues, 0);
    for (std::size_t sample = 0; sample < kSampleValues; ++sample) {
        const int stored = static_cast<int>(sample) + image.storedOffset;
        if (isPadding(pipeline, stored)) continue;
        const double grey = voiValue(pipeline, modalityValue(pipeline, stored), range);
        table[sample] = static_cast<T>(std::lround(highest * (pipeline.inverted ? 1 - grey : grey)));
    }
    return table;
}

template <typename T>
std::vector<T> render(const GreyImage& image, const GreyPipeline& pipeline) {
    VERTESCORE_ASSERT(image.samples.size() ==
                      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    const auto table = displayTable<T>(image, pipeline);
    std::vector<T> pixels(image.samples.size());
    std::transform(image.samples.begin(), image.samples.end(), pixels.begin(),
                   [&table](std::uint16_t sample) { return table[sample]; });
    return pixels;
}

} // namespace

double modalityValue(const GreyPipeline& pipeline, int stored) {
    if (pipeline.modalityTable) return tableValue(*pipeline.modalityTable, stored);
    return pipeline.rescaleSlope * stored + pipeline.rescaleIntercept;
}

double voiValue(const GreyPipeline& pipeline, double modality, std::pair<double, double> dataRange) {
    if (pipeline.window) return windowValue(*pipeline.window, modality);
    if (pipeline.voiTable) {
        const double highest = std::ldexp(1.0, pipeline.voiTable->bits) - 1;
        return std::clamp(tableValue(*pipeline.voiTable, modality) / highest, 0.0, 1.0);
    }
    const double span = dataRange.second - dataRange.first;
    return span > 0 ? std::clamp((modality - dataRange.first) / span, 0.0, 1.0) : 0.0;
}

std::pair<double, double> modalityRange(const GreyImage& image, const GreyPipeline& pipeline) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    forEachValue(image, pipeline, [&](double value, std::uint32_t) {
        low = std::min(low, value);
        high = std::max(high, value);
    });
    return low <= high ? std::pair{low, high} : std::pair{0.0, 1.0};
}

WindowLevel percentileWindow(const GreyImage& image, const GreyPipeline& pipeline, double low, double high) {
    std::vector<std::pair<double, std::uint32_t>> values;
    double total = 0;
    forEachValue(image, pipeline, [&](double value, std::uint32_t count) {
        values.emplace_back(value, count);
        total += count;
    });
    if (values.empty()) return {0.5, 1, VoiFunction::LinearExact};
    std::sort(values.begin(), values.end());
    const auto percentile = [&](double percent) {
        double seen = 0;
        for (const auto& [value, count] : values) {
            seen += count;
            if (seen >= total * percent / 100) return value;
        }
        return values.back().first;
    };
    const double from = percentile(low), to = percentile(high);
    const double smallest = std::abs(pipeline.rescaleSlope) > 0 ? std::abs(pipeline.rescaleSlope) : 1.0;
    return {(from + to) / 2, std::max(to - from, smallest), VoiFunction::LinearExact};
}

DisplayImage renderDisplay(const GreyImage& image, const GreyPipeline& pipeline) {
    return {image.width, image.height, render<std::uint8_t>(image, pipeline)};
}

std::vector<std::uint16_t> renderDisplay16(const GreyImage& image, const GreyPipeline& pipeline) {
    return render<std::uint16_t>(image, pipeline);
}

} // namespace vertescore
