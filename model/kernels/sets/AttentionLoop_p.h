// SPDX-License-Identifier: GPL-3.0-or-later
// Attention inside one window; see WindowAttentionTask.
#pragma once

#include "model/kernels/sets/KernelMath_p.h"

namespace vertescore {
namespace {

/// The keys and values of one head of one window, widened once.
struct HeadOfWindow {
    std::int64_t tokens = 0;
    std::int64_t padded = 0;                      ///< tokens, up to a multiple of kGroup
    alignas(64) std::array<float, kGroup> absent; ///< what the last group's scores get: nothing, or for
                                                  ///< padding so little that it weighs nothing
    alignas(64) float keys[kHeadWidth * (kLargestWindow + kGroup)]; ///< [kHeadWidth, padded]
    alignas(64) float values[kLargestWindow * kHeadWidth];          ///< [tokens, kHeadWidth]
};

constexpr std::int64_t kQueries = 8; ///< attended together, so that a loaded key serves eight times

struct QueryBlock {
    alignas(64) float queries[kQueries][kHeadWidth];
    alignas(64) float scores[kQueries][kLargestWindow + kGroup];
    Floats most[kQueries];
    float inverseSums[kQueries];
};

template <typename T>
void gatherHead(const WindowAttentionTask& task, std::int64_t head, HeadOfWindow& to) {
    to.tokens = task.height * task.width;
    to.padded = (to.tokens + kGroup - 1) / kGroup * kGroup;
    std::int64_t token = 0;
    for (std::int64_t y = 0; y < task.height; ++y)
        for (std::int64_t x = 0; x < task.width; ++x, ++token) {
            const std::int64_t at = (y * task.rowTokens + x) * task.keyValueStride + head * kHeadWidth;
            storeGroup(to.values + token * kHeadWidth, loadGroup(static_cast<const T*>(task.value) + at));
            alignas(64) std::array<float, kHeadWidth> key;
            storeGroup(key.data(), loadGroup(static_cast<const T*>(task.key) + at));
            for (std::int64_t d = 0; d < kHeadWidth; ++d)
                to.keys[d * to.padded + token] = key[d];
        }
    for (std::int64_t d = 0; d < kHeadWidth; ++d)
        std::fill(to.keys + d * to.padded + to.tokens, to.keys + (d + 1) * to.padded, 0.0F);
    for (std::int64_t lane = 0; lane < kGroup; ++lane)
        to.absent[static_cast<std::size_t>(lane)] =
            to.padded - kGroup + lane < to.tokens ? 0.0F : -std::numeric_limits<float>::max();
}

void scoreQueries(const HeadOfWindow& head, QueryBlock& block) {
    for (Floats& most : block.most)
        most = all(-std::numeric_limits<float>::max());
    for (std::int64_t j = 0; j < head.padded; j += kLanes) {
        const std::int64_t inLastGroup = j - (head.padded - kGroup);
        const Floats absent = inLastGroup >= 0 ? load(head.absent.data() + inLastGroup) : Floats{};
        std::array<Floats, kQueries> sums;
        sums.fill(absent);
        for (std::int64_t d = 0; d < kHeadWidth; ++d) {
            const Floats keys = load(head.keys + d * head.padded + j);
            for (std::int64_t i = 0; i < kQueries; ++i)
                sums[i] += block.queries[i][d] * keys;
        }
        for (std::int64_t i = 0; i < kQueries; ++i) {
            store(block.scores[i] + j, sums[i]);
            block.most[i] = larger(block.most[i], sums[i]);
        }
    }
}

void softmax(const HeadOfWindow& head, QueryBlock& block) {
    for (std::int64_t i = 0; i < kQueries; ++i) {
        float* scores = block.scores[i];
        const float largest = largestOf(block.most[i]);
        Floats sum{};
        for (std::int64_t j = 0; j < head.padded; j += kLanes) {
            const Floats share = exponential(load(scores + j) - largest);
            store(scores + j, share);
            sum += share;
        }
        block.inverseSums[i] = 1.0F / sumOf(sum);
    }
}

template <typename T>
void attendQueries(const WindowAttentionTask& task, std::int64_t headIndex, const HeadOfWindow& head,
                   QueryBlock& block, std::int64_t first) {
    const std::int64_t count = std::min(kQueries, head.tokens - first);
    const auto tokenAt = [&](std::int64_t i) {
        return (first + i) / task.width * task.rowTokens + (first + i) % task.width;
    };
    for (std::int64_t i = 0; i < count; ++i) {
        Group q = loadGroup(static_cast<const T*>(task.query) + tokenAt(i) * task.queryStride +
                            headIndex * kHeadWidth);
        for (Floats& part : q)
            part *= task.inverseBeta[headIndex];
        storeGroup(block.queries[i], q);
    }
    scoreQueries(head, block);
    softmax(head, block);
    std::array<Group, kQueries> sums{};
    for (std::int64_t j = 0; j < head.tokens; ++j) {
        const Group value = loadGroup(head.values + j * kHeadWidth);
        for (std::int64_t i = 0; i < kQueries; ++i)
            for (std::int64_t p = 0; p < kParts; ++p)
                sums[i][p] += block.scores[i][j] * value[p];
    }
    for (std::int64_t i = 0; i < count; ++i) {
        for (Floats& part : sums[i])
            part *= block.inverseSums[i];
        storeGroup(static_cast<T*>(task.out) + tokenAt(i) * task.queryStride + headIndex * kHeadWidth,
                   sums[i]);
    }
}

template <typename T>
void attendWindow(const WindowAttentionTask& task) {
    static thread_local HeadOfWindow head;
    static thread_local QueryBlock block{};
    for (std::int64_t h = 0; h < task.heads; ++h) {
        gatherHead<T>(task, h, head);
        for (std::int64_t first = 0; first < head.tokens; first += kQueries)
            attendQueries<T>(task, h, head, block, first);
    }
}

} // namespace
} // namespace vertescore
