// SPDX-License-Identifier: GPL-3.0-or-later
// Depthwise convolutions row by row; see DepthwiseRowTask.
#pragma once

#include "model/kernels/sets/KernelMath_p.h"

namespace vertescore {
namespace {

/// Three rows of a map; a row outside it reads as zeros.
template <typename T>
struct ThreeRows {
    std::array<const T*, 3> rows;
    std::array<std::int64_t, 3> step; ///< elements from pixel to pixel
    std::int64_t width;

    explicit ThreeRows(const DepthwiseRowTask& task, std::int64_t channel) : width(task.width) {
        alignas(64) static constexpr std::array<T, kGroup> kZeros{};
        const std::array<const void*, 3> given{task.above, task.here, task.below};
        for (std::size_t r = 0; r < 3; ++r) {
            rows[r] = given[r] ? static_cast<const T*>(given[r]) + channel : kZeros.data();
            step[r] = given[r] ? task.channels : 0;
        }
    }
    using Column = std::array<Floats, 3>;
    Column at(std::int64_t x) const {
        if (x < 0 || x >= width) return {};
        return {load(rows[0] + x * step[0]), load(rows[1] + x * step[1]), load(rows[2] + x * step[2])};
    }
};

/// The nine weights of kLanes channels, and their bias.
struct DepthwiseWeights {
    std::array<Floats, 9> weight;
    Floats bias;

    DepthwiseWeights(const DepthwiseRowTask& task, std::int64_t channel) : bias(load(task.bias + channel)) {
        for (std::int64_t k = 0; k < 9; ++k)
            weight[k] = load(task.weight + k * task.channels + channel);
    }
    using Column = std::array<Floats, 3>;
    Floats operator()(const Column& left, const Column& middle, const Column& right) const {
        Floats sum = bias;
        for (std::size_t r = 0; r < 3; ++r)
            sum += left[r] * weight[3 * r] + middle[r] * weight[3 * r + 1] + right[r] * weight[3 * r + 2];
        return sum;
    }
};

/// Begins to fetch what will be read soon.
template <typename T>
inline void prefetch(const T* from, std::int64_t count) {
    constexpr std::int64_t kLine = 64 / sizeof(T);
    for (std::int64_t i = 0; i < count; i += kLine)
        __builtin_prefetch(from + i, 0, 2);
}

/// Calls work(first, end) for stretches of a row whose three input rows stay in the nearest cache while all
/// channels are done.
template <typename T, typename Work>
inline void inStretches(const DepthwiseRowTask& task, std::int64_t outWidth, Work work) {
    constexpr std::int64_t kNearestCache = 32 * 1024; // bytes
    const std::int64_t pixel = 3 * task.channels * task.stride * static_cast<std::int64_t>(sizeof(T));
    const std::int64_t length = std::max<std::int64_t>(8, kNearestCache / pixel);
    for (std::int64_t first = 0; first < outWidth; first += length) {
        const std::int64_t end = std::min(outWidth, first + length);
        if (task.below)
            prefetch(static_cast<const T*>(task.below) + end * task.stride * task.channels,
                     std::min(outWidth - end, length) * task.stride * task.channels);
        work(first, end);
    }
}

template <typename T>
void gatedRow(const DepthwiseRowTask& task) {
    auto* out = static_cast<T*>(task.out);
    const std::int64_t half = task.channels / 2;
    inStretches<T>(task, task.width, [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t c = 0; c < half; c += kLanes) {
            const DepthwiseWeights gate(task, c), value(task, half + c);
            const ThreeRows<T> gateRows(task, c), valueRows(task, half + c);
            auto gateLeft = gateRows.at(first - 1), gateMiddle = gateRows.at(first);
            auto valueLeft = valueRows.at(first - 1), valueMiddle = valueRows.at(first);
            for (std::int64_t x = first; x < end; ++x) {
                const auto gateRight = gateRows.at(x + 1), valueRight = valueRows.at(x + 1);
                store(out + x * half + c, gelu(gate(gateLeft, gateMiddle, gateRight)) *
                                              value(valueLeft, valueMiddle, valueRight));
                gateLeft = gateMiddle;
                gateMiddle = gateRight;
                valueLeft = valueMiddle;
                valueMiddle = valueRight;
            }
        }
    });
}

template <typename T, std::int64_t Stride>
void depthwiseRowBy(const DepthwiseRowTask& task) {
    auto* out = static_cast<T*>(task.out);
    inStretches<T>(task, (task.width + Stride - 1) / Stride, [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t c = 0; c < task.channels; c += kLanes) {
            const DepthwiseWeights sum(task, c);
            const ThreeRows<T> rows(task, c);
            auto left = rows.at(Stride * first - 1), middle = rows.at(Stride * first);
            for (std::int64_t x = first; x < end; ++x) {
                const auto right = rows.at(Stride * x + 1);
                store(out + x * task.channels + c, silu(sum(left, middle, right)));
                left = Stride == 1 ? middle : right;
                middle = Stride == 1 ? right : rows.at(Stride * (x + 1));
            }
        }
    });
}

template <typename T>
void depthwiseRow(const DepthwiseRowTask& task) {
    task.stride == 1 ? depthwiseRowBy<T, 1>(task) : depthwiseRowBy<T, 2>(task);
}

} // namespace
} // namespace vertescore
