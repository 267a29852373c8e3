// SPDX-License-Identifier: GPL-3.0-or-later
// All kernels, written once over a vector of VERTESCORE_KERNEL_LANES floats, and the table of them.
#pragma once

#include "model/kernels/AttentionLoop_p.h"

namespace vertescore {
namespace {

/// The 3 x 3 convolution of kLanes channels along one row. Columns slide through registers: three loads a
/// pixel.
template <typename T, typename Use>
inline void convolveRow(const GatedRowTask& task, std::int64_t channel, Use use) {
    const std::int64_t stride = 2 * task.half;
    std::array<Floats, 9> weight;
    for (std::int64_t k = 0; k < 9; ++k)
        weight[k] = load(task.weight + k * stride + channel);
    const Floats bias = load(task.bias + channel);
    const auto column = [&](std::int64_t x) -> std::array<Floats, 3> {
        if (x < 0 || x >= task.width) return {};
        const auto at = [&](const void* row) {
            return row ? load(static_cast<const T*>(row) + x * stride + channel) : Floats{};
        };
        return {at(task.above), at(task.here), at(task.below)};
    };
    std::array<Floats, 3> left{};
    std::array<Floats, 3> middle = column(0);
    for (std::int64_t x = 0; x < task.width; ++x) {
        const std::array<Floats, 3> right = column(x + 1);
        Floats sum = bias;
        for (std::int64_t r = 0; r < 3; ++r)
            sum += left[r] * weight[3 * r] + middle[r] * weight[3 * r + 1] + right[r] * weight[3 * r + 2];
        use(x, sum);
        left = middle;
        middle = right;
    }
}

template <typename T>
void gatedRow(const GatedRowTask& task) {
    auto* out = static_cast<T*>(task.out);
    for (std::int64_t c = 0; c < task.half; c += kLanes) {
        convolveRow<T>(task, c,
                       [&](std::int64_t x, Floats sum) { store(task.line + x * kLanes, gelu(sum)); });
        convolveRow<T>(task, task.half + c, [&](std::int64_t x, Floats sum) {
            store(out + x * task.half + c, load(task.line + x * kLanes) * sum);
        });
    }
}

template <typename T>
void channelNorm(const ChannelNormTask& task) {
    const float share = 1.0F / static_cast<float>(task.channels);
    for (std::int64_t row = 0; row < task.rows; ++row) {
        const T* in = static_cast<const T*>(task.in) + row * task.channels;
        T* out = static_cast<T*>(task.out) + row * task.channels;
        Floats sum{};
        for (std::int64_t c = 0; c < task.channels; c += kLanes)
            sum += load(in + c);
        const float mean = sumOf(sum) * share;
        Floats squares{};
        for (std::int64_t c = 0; c < task.channels; c += kLanes) {
            const Floats distance = load(in + c) - mean;
            squares += distance * distance;
        }
        const float scale = 1.0F / __builtin_sqrtf(sumOf(squares) * share + task.epsilon);
        for (std::int64_t c = 0; c < task.channels; c += kLanes)
            store(out + c, (load(in + c) - mean) * scale * load(task.weight + c) + load(task.bias + c));
    }
}

/// Runs the loop of the element type.
#define VERTESCORE_BY_TYPE(loop)                                                                             \
    [](const auto& task, KernelType type) {                                                                  \
        type == KernelType::Float ? loop<float>(task) : loop<Bf16>(task);                                    \
    }

constexpr KernelSet kThisSet{VERTESCORE_KERNEL_NAME, VERTESCORE_BY_TYPE(attendWindow),
                             VERTESCORE_BY_TYPE(gatedRow), VERTESCORE_BY_TYPE(channelNorm)};

} // namespace
} // namespace vertescore
