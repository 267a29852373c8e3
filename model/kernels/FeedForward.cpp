// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/FeedForward.h"

#include "model/kernels/KernelSet.h"

#include <ATen/Parallel.h>
#include <ATen/record_function.h>

#include <algorithm>
#include <cstring>

#ifndef _OPENMP
#error "without OpenMP at::parallel_for uses one thread"
#endif

namespace vertescore {
namespace {

using torch::Tensor;

constexpr std::int64_t kTokensAtOnce = 2 * kMatrixRows; ///< that go through a layer before the next begins
constexpr std::int64_t kRowsAtOnce = 16;                ///< handed to a thread: two more are computed twice

/// A tensor's memory as rows of bf16.
struct Rows {
    c10::BFloat16* first;
    std::int64_t numbers; ///< of a row

    Rows(const Tensor& x, std::int64_t rowNumbers)
        : first(static_cast<c10::BFloat16*>(x.mutable_data_ptr())), numbers(rowNumbers) {}
    c10::BFloat16* operator[](std::int64_t row) const { return first + row * numbers; }
};

/// Consecutive rows of one picture, from its residual to its output.
class Band {
public:
    Band(const Tensor& residual, const Tensor& out, const FeedForwardLayers& layers)
        : m_layers(layers), m_height(residual.size(0)), m_width(residual.size(1)),
          m_rowsAtOnce(std::max<std::int64_t>(2, kTokensAtOnce / m_width)),
          m_wideChannels(layers.bias.size(0)), m_normedMemory(empty(m_rowsAtOnce + 2, residual.size(2))),
          m_wideMemory(empty(m_rowsAtOnce + 2, m_wideChannels)),
          m_gatedMemory(empty(m_rowsAtOnce + 1, m_wideChannels / 2)),
          m_residual(residual, m_width * residual.size(2)), m_out(out, m_width * residual.size(2)),
          m_wide(m_wideMemory, m_width * m_wideChannels),
          m_gated(m_gatedMemory, m_width * m_wideChannels / 2) {}

    /// Output rows first ... end - 1.
    void compute(std::int64_t first, std::int64_t end) {
        m_firstWide = m_endWide = std::max<std::int64_t>(first - 1, 0);
        const std::int64_t lastNeeded = std::min(end + 1, m_height);
        for (std::int64_t row = first; row < end;) {
            widenUpTo(std::min(m_firstWide + m_rowsAtOnce + 2, lastNeeded));
            const std::int64_t stop = m_endWide == lastNeeded ? end : m_endWide - 1;
            finish(row, stop);
            row = stop;
            keepFrom(std::max<std::int64_t>(row - 1, 0));
        }
    }

private:
    Tensor empty(std::int64_t rows, std::int64_t channels) const {
        return torch::empty({rows, m_width, channels}, torch::kBFloat16);
    }

    /// Appends the wide rows up to `end`.
    void widenUpTo(std::int64_t end) {
        const std::int64_t tokens = (end - m_endWide) * m_width;
        m_layers.norm.normalise(m_residual[m_endWide], m_normedMemory.mutable_data_ptr(), tokens);
        m_layers.in.multiplyRows(m_normedMemory.const_data_ptr(), nullptr, wide(m_endWide), tokens);
        m_endWide = end;
    }

    void finish(std::int64_t first, std::int64_t end) {
        for (std::int64_t row = first; row < end; ++row)
            kernelSet().gatedRow(
                {row > 0 ? wide(row - 1) : nullptr, wide(row), row + 1 < m_height ? wide(row + 1) : nullptr,
                 m_layers.weight.const_data_ptr<float>(), m_layers.bias.const_data_ptr<float>(),
                 m_gated[row - first], m_width, m_wideChannels, 1},
                KernelType::Bf16);
        m_layers.out.multiplyRows(m_gated[0], m_residual[first], m_out[first], (end - first) * m_width);
    }

    /// Rows before `row` are needed no more.
    void keepFrom(std::int64_t row) {
        const std::int64_t kept = m_endWide - row;
        std::memmove(m_wide[0], wide(row),
                     static_cast<std::size_t>(kept * m_wide.numbers) * sizeof(c10::BFloat16));
        m_firstWide = row;
    }

    c10::BFloat16* wide(std::int64_t row) const { return m_wide[row - m_firstWide]; }

    const FeedForwardLayers& m_layers;
    std::int64_t m_height, m_width, m_rowsAtOnce, m_wideChannels;
    Tensor m_normedMemory, m_wideMemory, m_gatedMemory;
    Rows m_residual, m_out, m_wide, m_gated;
    std::int64_t m_firstWide = 0, m_endWide = 0; ///< rows of the map that m_wide holds
};

} // namespace

Tensor fusedFeedForward(const Tensor& residual, const FeedForwardLayers& layers) {
    RECORD_FUNCTION("vertescore::feed_forward", std::vector<c10::IValue>({residual}));
    TORCH_CHECK(residual.is_contiguous() && residual.scalar_type() == torch::kBFloat16,
                "a feed-forward network reads whole maps of bf16");
    const Tensor out = torch::empty_like(residual);
    const std::int64_t height = residual.size(1);
    at::parallel_for(0, residual.size(0) * height, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        while (begin < end) {
            const std::int64_t picture = begin / height;
            const std::int64_t stop = std::min(end, (picture + 1) * height);
            Band(residual[picture], out[picture], layers)
                .compute(begin - picture * height, stop - picture * height);
            begin = stop;
        }
    });
    return out;
}

} // namespace vertescore
