// SPDX-License-Identifier: GPL-3.0-or-later
// Linear layers and convolutions in bf16 by products of matrix tiles; see MatrixRowsTask and ConvolutionTask.
#pragma once

#include "model/kernels/sets/TileProducts_p.h"

namespace vertescore {
namespace {

/// The weights, and what becomes of the sums.
struct TileLayer {
    const Bf16* weight;
    const float* bias;
    std::int64_t steps, taps, channels; ///< channels of the output
    FinishBlock finish;

    template <typename Task>
    TileLayer(const Task& task, std::int64_t tapCount)
        : weight(static_cast<const Bf16*>(task.weight)), bias(task.bias),
          steps(widenedChannels(task.inChannels) / kMatrixStep), taps(tapCount), channels(task.outChannels),
          finish(finishBy(task.activation)) {}

    /// All blocks of up to kMatrixRows neighbouring rows, which the taps' addresses begin.
    void apply(TileBlock& block, const std::array<const Bf16*, 9>& from, std::int64_t step, BlockOutput to,
               std::int64_t rows) const {
        block.tapCount = taps;
        block.steps = steps;
        block.rowNumbers = step;
        block.columnNumbers = taps * steps * kTileNumbers;
        for (std::int64_t column = 0; column < channels; column += kMatrixBlock) {
            block.weight = weight + column / kTileSide * block.columnNumbers;
            to.columns = std::min(kMatrixBlock, channels - column);
            for (std::int64_t row = 0; row < rows; row += kMatrixBlock) {
                for (std::int64_t tap = 0; tap < taps; ++tap)
                    block.taps[static_cast<std::size_t>(tap)] =
                        from[static_cast<std::size_t>(tap)] + row * step;
                to.columns > kTileSide ? multiplyBlock<true>(block) : multiplyBlock<false>(block);
                BlockOutput part = to;
                part.rows = std::min(kMatrixBlock, rows - row);
                part.bias = bias + column;
                part.out = to.out + row * channels + column;
                if (to.added) part.added = to.added + row * channels + column;
                finish(block, part);
            }
        }
    }
};

/// Rows with channels up to whole steps, the rest zeros.
inline void copyWidened(const Bf16* from, std::int64_t rows, std::int64_t channels, std::int64_t to,
                        Bf16* out) {
    if (channels == to) {
        std::memcpy(out, from, static_cast<std::size_t>(rows * channels) * sizeof(Bf16));
        return;
    }
    for (std::int64_t row = 0; row < rows; ++row)
        std::memcpy(out + row * to, from + row * channels, static_cast<std::size_t>(channels) * sizeof(Bf16));
}

inline void multiplyRowsByTiles(const MatrixRowsTask& task) {
    const TileLayer layer(task, 1);
    TileBlock block;
    const std::int64_t wide = layer.steps * kMatrixStep;
    describeProductTiles();
    for (std::int64_t row = 0; row < task.rows; row += kMatrixRows) {
        const std::int64_t rows = std::min(kMatrixRows, task.rows - row);
        const Bf16* in = static_cast<const Bf16*>(task.in) + row * task.inChannels;
        if (wide != task.inChannels || rows % kMatrixBlock != 0) {
            auto* widened = static_cast<Bf16*>(task.scratch);
            std::fill_n(widened, kMatrixRows * wide, Bf16{0});
            copyWidened(in, rows, task.inChannels, wide, widened);
            in = widened;
        }
        BlockOutput to;
        to.channels = task.outChannels;
        to.out = static_cast<Bf16*>(task.out) + row * task.outChannels;
        if (task.added) to.added = static_cast<const Bf16*>(task.added) + row * task.outChannels;
        layer.apply(block, {in}, wide, to, rows);
    }
    _tile_release();
}

/// The last three rows of the input that were asked for, with a zero pixel on either side and zeros beyond.
class WidenedRows {
public:
    WidenedRows(const ConvolutionTask& task, std::int64_t wide, std::int64_t pixels)
        : m_task(task), m_wide(wide), m_rowNumbers(pixels * wide),
          m_memory(static_cast<Bf16*>(task.scratch)) {
        std::fill_n(m_memory, 4 * m_rowNumbers, Bf16{0});
    }
    /// The zero pixel to the left of row y.
    const Bf16* row(std::int64_t y) {
        if (y < 0 || y >= m_task.height) return m_memory + 3 * m_rowNumbers;
        Bf16* place = m_memory + y % 3 * m_rowNumbers;
        std::int64_t& held = m_held[static_cast<std::size_t>(y % 3)];
        if (held != y)
            copyWidened(static_cast<const Bf16*>(m_task.in) + y * m_task.width * m_task.inChannels,
                        m_task.width, m_task.inChannels, m_wide, place + m_wide);
        held = y;
        return place;
    }

private:
    const ConvolutionTask& m_task;
    std::int64_t m_wide, m_rowNumbers;
    Bf16* m_memory; ///< three rows, and one of zeros
    std::array<std::int64_t, 3> m_held{-1, -1, -1};
};

inline void convolveRowsByTiles(const ConvolutionTask& task) {
    const TileLayer layer(task, 9);
    TileBlock block;
    const std::int64_t wide = layer.steps * kMatrixStep;
    const std::int64_t outWidth = (task.width + task.stride - 1) / task.stride;
    WidenedRows rows(task, wide, widenedPixels(outWidth, task.stride));
    describeProductTiles();
    for (std::int64_t y = task.firstRow; y < task.endRow; ++y) {
        std::array<const Bf16*, 9> from{};
        for (std::int64_t dy = 0; dy < 3; ++dy) {
            const Bf16* row = rows.row(y * task.stride + dy - 1);
            for (std::int64_t dx = 0; dx < 3; ++dx)
                from[static_cast<std::size_t>(3 * dy + dx)] = row + dx * wide;
        }
        for (std::int64_t x = 0; x < outWidth; x += kMatrixRows) {
            BlockOutput to;
            to.channels = task.outChannels;
            const std::int64_t at = ((y - task.firstRow) * outWidth + x) * task.outChannels;
            to.out = static_cast<Bf16*>(task.out) + at;
            if (task.added) to.added = static_cast<const Bf16*>(task.added) + at;
            layer.apply(block, from, task.stride * wide, to, std::min(kMatrixRows, outWidth - x));
            for (const Bf16*& tap : from)
                tap += kMatrixRows * task.stride * wide;
        }
    }
    _tile_release();
}

} // namespace
} // namespace vertescore
