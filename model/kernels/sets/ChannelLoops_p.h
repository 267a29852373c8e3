// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to each channel of many rows; see ChannelNormTask, ChannelTask, MatrixVectorTask,
// RaiseRowTask.
#pragma once

#include "model/kernels/sets/KernelVector_p.h"

namespace vertescore {
namespace {

/// Rows one after the other wait for their own sums; several together do not.
template <typename T, std::int64_t Rows>
inline void normRows(const ChannelNormTask& task, std::int64_t first) {
    const float share = 1.0F / static_cast<float>(task.channels);
    const T* in = static_cast<const T*>(task.in) + first * task.channels;
    T* out = static_cast<T*>(task.out) + first * task.channels;
    std::array<Floats, Rows> sums{};
    for (std::int64_t c = 0; c < task.channels; c += kLanes)
        for (std::int64_t r = 0; r < Rows; ++r)
            sums[r] += load(in + r * task.channels + c);
    std::array<float, Rows> means;
    for (std::int64_t r = 0; r < Rows; ++r)
        means[r] = sumOf(sums[r]) * share;
    std::array<Floats, Rows> squares{};
    for (std::int64_t c = 0; c < task.channels; c += kLanes)
        for (std::int64_t r = 0; r < Rows; ++r) {
            const Floats distance = load(in + r * task.channels + c) - means[r];
            squares[r] += distance * distance;
        }
    std::array<float, Rows> scales;
    for (std::int64_t r = 0; r < Rows; ++r)
        scales[r] = 1.0F / __builtin_sqrtf(sumOf(squares[r]) * share + task.epsilon);
    for (std::int64_t c = 0; c < task.channels; c += kLanes) {
        const Floats weight = load(task.weight + c), bias = load(task.bias + c);
        for (std::int64_t r = 0; r < Rows; ++r)
            store(out + r * task.channels + c,
                  (load(in + r * task.channels + c) - means[r]) * scales[r] * weight + bias);
    }
}

template <typename T>
void channelNorm(const ChannelNormTask& task) {
    constexpr std::int64_t kTogether = 8;
    std::int64_t row = 0;
    for (; row + kTogether <= task.rows; row += kTogether)
        normRows<T, kTogether>(task, row);
    for (; row < task.rows; ++row)
        normRows<T, 1>(task, row);
}

template <typename T>
void addToSums(const ChannelTask& task) {
    const T* in = static_cast<const T*>(task.in);
    for (std::int64_t c = 0; c < task.channels; c += kGroup) {
        std::array<Group, 2> sums{}; // two, so that one addition need not wait for the one before
        for (std::int64_t row = 0; row < task.rows; ++row) {
            const Group value = loadGroup(in + row * task.channels + c);
            for (std::int64_t p = 0; p < kParts; ++p)
                sums[static_cast<std::size_t>(row % 2)][p] += value[p];
        }
        for (std::int64_t p = 0; p < kParts; ++p) {
            float* place = task.perChannel + c + p * kLanes;
            store(place, load(place) + (sums[0][p] + sums[1][p]));
        }
    }
}

template <typename T>
void scaleRows(const ChannelTask& task) {
    T* out = static_cast<T*>(task.out);
    for (std::int64_t row = 0; row < task.rows; ++row, out += task.channels)
        for (std::int64_t c = 0; c < task.channels; c += kLanes)
            store(out + c, load(out + c) * load(task.perChannel + c));
}

template <typename T>
void addRows(const ChannelTask& task) {
    const T* in = static_cast<const T*>(task.in);
    T* out = static_cast<T*>(task.out);
    for (std::int64_t row = 0; row < task.rows; ++row, in += task.channels, out += task.channels)
        for (std::int64_t c = 0; c < task.channels; c += kLanes)
            store(out + c, load(out + c) + (load(in + c) + load(task.perChannel + c)));
}

inline float widened(float value) {
    return value;
}
inline float widened(Bf16 value) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

template <typename T>
void matrixVector(const MatrixVectorTask& task) {
    const T* weight = static_cast<const T*>(task.weight);
    for (std::int64_t row = 0; row < task.rows; ++row, weight += task.columns) {
        Floats sum{};
        for (std::int64_t c = 0; c < task.columns; c += kLanes)
            sum += load(weight + c) * load(task.in + c);
        task.out[row] = sumOf(sum) + widened(static_cast<const T*>(task.bias)[row]);
    }
}

template <typename T>
void raiseRow(const RaiseRowTask& task) {
    const T* coarse = static_cast<const T*>(task.coarse);
    T* fine = static_cast<T*>(task.fine);
    const std::int64_t perCoarse = task.reduction * task.reduction * task.channels;
    for (std::int64_t x = 0; x < task.width; ++x, fine += task.channels) {
        const T* from = coarse + x / task.reduction * perCoarse + x % task.reduction * task.channels;
        for (std::int64_t c = 0; c < task.channels; c += kLanes)
            store(fine + c, load(fine + c) + load(from + c));
    }
}

} // namespace
} // namespace vertescore
