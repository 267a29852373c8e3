// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/TiledLayer.h"

#include "model/kernels/TensorMemory.h"

#include <ATen/Parallel.h>
#include <ATen/record_function.h>

#include <algorithm>
#include <array>

#ifndef _OPENMP
#error "without OpenMP at::parallel_for uses one thread"
#endif

namespace vertescore {
namespace {

using torch::Tensor;

constexpr std::int64_t kRowsAtOnce = 8; ///< of a convolution's output, handed to a thread: two more are read

Tensor paddedTo(const Tensor& x, std::int64_t dimension, std::int64_t multiple) {
    const std::int64_t size = x.size(dimension), missing = (multiple - size % multiple) % multiple;
    std::vector<std::int64_t> padding(static_cast<std::size_t>(2 * (x.dim() - dimension)), 0);
    padding.back() = missing;
    return torch::constant_pad_nd(x, padding);
}

/// [out,in,k,k] -> [out / 16][k k][in / kMatrixStep][16 pairs][16 columns][2]
Tensor tilesOf(const Tensor& weight) {
    const Tensor whole = paddedTo(paddedTo(weight.detach(), 0, kHeadWidth), 1, kMatrixStep);
    return whole
        .view({whole.size(0) / kHeadWidth, kHeadWidth, whole.size(1) / kMatrixStep, kMatrixStep / 2, 2,
               weight.size(2) * weight.size(3)})
        .permute({0, 5, 2, 3, 1, 4})
        .contiguous();
}

/// Calls work(rows of a picture of the map, the first of them in the output) on all threads; `out` says how
/// many rows there are.
template <typename Work>
void inBands(const Tensor& map, const Tensor& out, Work work) {
    const std::int64_t height = out.size(1);
    at::parallel_for(0, map.size(0) * height, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        while (begin < end) {
            const std::int64_t picture = begin / height;
            const std::int64_t stop = std::min(end, (picture + 1) * height);
            work(MapRows{at(map, picture * map.stride(0)), map.size(1), map.size(2), begin - picture * height,
                         stop - picture * height},
                 begin);
            begin = stop;
        }
    });
}

} // namespace

bool TiledLayer::canHold(const Tensor& weight, std::int64_t stride) {
    const std::int64_t side = weight.size(2);
    const bool isKnown = (side == 1 && stride == 1) || (side == 3 && (stride == 1 || stride == 2));
    return isKnown && weight.size(3) == side && weight.scalar_type() == torch::kBFloat16 &&
           kernelSet().multiplyRows != nullptr;
}

TiledLayer::TiledLayer(const Tensor& weight, const Tensor& bias, std::int64_t stride, Activation activation)
    : m_weight(weight.detach()), m_tiles(tilesOf(weight)), m_stride(stride), m_activation(activation) {
    const Tensor given =
        bias.defined() ? bias.detach().to(torch::kFloat) : torch::zeros({weight.size(0)}, torch::kFloat);
    m_bias = paddedTo(given, 0, 2 * kHeadWidth).contiguous();
}

Tensor TiledLayer::operator()(const Tensor& map) const {
    return applied(map, {});
}

Tensor TiledLayer::addedTo(const Tensor& other, const Tensor& map) const {
    return applied(map, other.contiguous());
}

Tensor TiledLayer::applied(const Tensor& map, const Tensor& added) const {
    const Tensor in = map.contiguous();
    std::vector<std::int64_t> sizes = in.sizes().vec();
    sizes.back() = m_weight.size(0);
    const bool isLinear = m_weight.size(2) == 1;
    if (!isLinear)
        for (const std::size_t axis : {1, 2})
            sizes[axis] = outSide(sizes[axis]);
    Tensor out = torch::empty(sizes, in.options());
    TORCH_CHECK(in.size(-1) == m_weight.size(1) && (!added.defined() || added.sizes() == out.sizes()),
                "a layer of ", m_weight.sizes(), " cannot take ", map.sizes());
    const std::array<const c10::IValue, 2> inputs{map, m_weight};
    RECORD_FUNCTION_WITH_INPUTS_OUTPUTS("vertescore::tiled_convolution",
                                        c10::ArrayRef<const c10::IValue>(inputs.data(), inputs.size()),
                                        std::vector<c10::IValue>({out}));
    isLinear ? multiply(in, added, out) : convolve(in, added, out);
    return out;
}

std::int64_t TiledLayer::outSide(std::int64_t side) const {
    return (side + m_stride - 1) / m_stride;
}

void TiledLayer::multiply(const Tensor& map, const Tensor& added, Tensor& out) const {
    const std::int64_t in = m_weight.size(1), wide = m_weight.size(0), rows = map.numel() / in;
    const std::int64_t pieces = (rows + kMatrixRows - 1) / kMatrixRows;
    at::parallel_for(0, pieces, 1, [&](std::int64_t begin, std::int64_t end) {
        const std::int64_t first = begin * kMatrixRows;
        multiplyRows(at(map, first * in), at(added, first * wide), at(out, first * wide),
                     std::min(end * kMatrixRows, rows) - first);
    });
}

void TiledLayer::multiplyRows(const void* in, const void* added, void* out, std::int64_t rows) const {
    const Tensor scratch = torch::empty({kMatrixRows, widenedChannels(m_weight.size(1))}, torch::kBFloat16);
    MatrixRowsTask task;
    task.in = in;
    task.weight = m_tiles.const_data_ptr();
    task.bias = m_bias.const_data_ptr<float>();
    task.added = added;
    task.scratch = scratch.mutable_data_ptr();
    task.out = out;
    task.rows = rows;
    task.inChannels = m_weight.size(1);
    task.outChannels = m_weight.size(0);
    task.activation = m_activation;
    kernelSet().multiplyRows(task);
}

void TiledLayer::convolve(const Tensor& map, const Tensor& added, Tensor& out) const {
    inBands(map, out, [&](const MapRows& rows, std::int64_t outRow) {
        convolveRows(rows, at(added, outRow * out.stride(1)), at(out, outRow * out.stride(1)));
    });
}

void TiledLayer::convolveRows(const MapRows& rows, const void* added, void* out) const {
    const Tensor scratch =
        torch::empty({4, widenedPixels(outSide(rows.width), m_stride), widenedChannels(m_weight.size(1))},
                     torch::kBFloat16);
    ConvolutionTask task;
    task.in = rows.picture;
    task.weight = m_tiles.const_data_ptr();
    task.bias = m_bias.const_data_ptr<float>();
    task.added = added;
    task.scratch = scratch.mutable_data_ptr();
    task.out = out;
    task.height = rows.height;
    task.width = rows.width;
    task.inChannels = m_weight.size(1);
    task.outChannels = m_weight.size(0);
    task.stride = m_stride;
    task.firstRow = rows.first;
    task.endRow = rows.end;
    task.activation = m_activation;
    kernelSet().convolveRows(task);
}

bool TiledLayer::canPassTo(const TiledLayer& next) const {
    return m_weight.size(2) == 3 && next.m_weight.size(2) == 1 && next.m_weight.size(1) == m_weight.size(0);
}

Tensor TiledLayer::passedTo(const TiledLayer& next, const Tensor& map, const Tensor& added) const {
    const Tensor in = map.contiguous(), other = added.defined() ? added.contiguous() : added;
    const std::int64_t width = outSide(in.size(2)), wide = m_weight.size(0);
    Tensor out = torch::empty({in.size(0), outSide(in.size(1)), width, next.m_weight.size(0)}, in.options());
    TORCH_CHECK(canPassTo(next) && in.size(3) == m_weight.size(1) &&
                    (!added.defined() || added.sizes() == out.sizes()),
                "layers of ", m_weight.sizes(), " and ", next.m_weight.sizes(), " cannot take ", map.sizes());
    RECORD_FUNCTION("vertescore::tiled_pair", std::vector<c10::IValue>({in}));
    inBands(in, out, [&](MapRows rows, std::int64_t outRow) {
        Tensor between = torch::empty({kRowsAtOnce, width, wide}, in.options());
        for (const std::int64_t end = rows.end; rows.first < end; rows.first = rows.end) {
            rows.end = std::min(rows.first + kRowsAtOnce, end);
            const std::int64_t count = rows.end - rows.first;
            convolveRows(rows, nullptr, at(between, 0));
            next.multiplyRows(at(between, 0), at(other, outRow * out.stride(1)),
                              at(out, outRow * out.stride(1)), count * width);
            outRow += count;
        }
    });
    return out;
}

} // namespace vertescore
