// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/FusedOperations.h"

#include "model/kernels/KernelSet.h"
#include "model/kernels/TensorMemory.h"

#include <ATen/Parallel.h>
#include <ATen/record_function.h>

#include <algorithm>
#include <cmath>

#ifndef _OPENMP
#error "without OpenMP at::parallel_for uses one thread"
#endif

namespace vertescore {
namespace {

KernelType typeOf(const torch::Tensor& x) {
    return x.scalar_type() == torch::kFloat ? KernelType::Float : KernelType::Bf16;
}

torch::Tensor asFloat(const torch::Tensor& x) {
    return x.to(torch::kFloat).contiguous();
}

/// Work is handed to a thread in pieces no smaller than this many rows, lest starting one costs more.
constexpr std::int64_t kRowsAtOnce = 512;
constexpr std::int64_t kMapRowsAtOnce = 4; ///< the same for whole rows of a map

using DepthwiseRow = void (*)(const DepthwiseRowTask&, KernelType);

/// A depthwise convolution's loop over all rows of its output.
void convolveRows(const torch::Tensor& x, torch::Tensor& out, const torch::Tensor& weight,
                  const torch::Tensor& bias, std::int64_t stride, DepthwiseRow convolveRow) {
    TORCH_CHECK(x.is_contiguous(), "a depthwise convolution reads whole maps");
    const std::int64_t height = x.size(1), row = x.size(2) * x.size(3);
    const std::int64_t outHeight = out.size(1), outRow = out.size(2) * out.size(3);
    at::parallel_for(0, out.size(0) * outHeight, kMapRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t target = begin; target < end; ++target) {
            const std::int64_t y = target % outHeight * stride;
            const std::int64_t here = (target / outHeight * height + y) * row;
            convolveRow({y > 0 ? at(x, here - row) : nullptr, at(x, here),
                         y + 1 < height ? at(x, here + row) : nullptr, weight.const_data_ptr<float>(),
                         bias.const_data_ptr<float>(), at(out, target * outRow), x.size(2), x.size(3),
                         stride},
                        typeOf(x));
        }
    });
}

/// Sums of one picture's channels, [C] float. The pieces that are summed for themselves do not depend on the
/// number of threads, nor do the sums.
torch::Tensor channelSums(torch::Tensor& x, std::int64_t picture) {
    const std::int64_t channels = x.size(3), rows = x.size(1) * x.size(2);
    const std::int64_t pieces = (rows + kRowsAtOnce - 1) / kRowsAtOnce;
    torch::Tensor sums = torch::zeros({pieces, channels}, torch::kFloat);
    auto* first = sums.mutable_data_ptr<float>();
    at::parallel_for(0, pieces, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t piece = begin; piece < end; ++piece) {
            const std::int64_t row = piece * kRowsAtOnce;
            kernelSet().addToSums({at(x, (picture * rows + row) * channels), nullptr,
                                   first + piece * channels, std::min(kRowsAtOnce, rows - row), channels},
                                  typeOf(x));
        }
    });
    return sums.sum(0);
}

float sigmoid(float x) {
    return 1.0F / (1.0F + std::exp(-x));
}

/// What a picture's channels are to be multiplied by, [C].
void writeScales(const torch::Tensor& sums, const SqueezeWeights& weights, std::int64_t rows, float* scales) {
    const torch::Tensor means = sums / rows;
    torch::Tensor squeezed = torch::zeros({weights.wide.size(1)}, torch::kFloat);
    auto* narrow = squeezed.mutable_data_ptr<float>();
    const KernelType type = typeOf(weights.narrow);
    kernelSet().matrixVector({weights.narrow.const_data_ptr(), weights.narrowBias.const_data_ptr(),
                              means.const_data_ptr<float>(), narrow, weights.narrow.size(0),
                              weights.narrow.size(1)},
                             type);
    for (std::int64_t i = 0; i < weights.narrow.size(0); ++i)
        narrow[i] *= sigmoid(narrow[i]);
    kernelSet().matrixVector({weights.wide.const_data_ptr(), weights.wideBias.const_data_ptr(), narrow,
                              scales, weights.wide.size(0), weights.wide.size(1)},
                             type);
    std::transform(scales, scales + weights.wide.size(0), scales, sigmoid);
}

} // namespace

torch::Tensor fusedWindowAttention(const torch::Tensor& query, const torch::Tensor& keyValue,
                                   const torch::Tensor& beta, std::int64_t window) {
    RECORD_FUNCTION("vertescore::window_attention", std::vector<c10::IValue>({query}));
    const std::int64_t height = query.size(1), width = query.size(2), channels = query.size(3);
    const std::int64_t rows = (height + window - 1) / window, columns = (width + window - 1) / window;
    TORCH_CHECK(window * window <= kLargestWindow, "attention windows hold at most ", kLargestWindow,
                " tokens");
    TORCH_CHECK(query.is_contiguous() && keyValue.is_contiguous(), "attention reads whole maps");
    torch::Tensor out = torch::empty_like(query);
    const torch::Tensor inverseBeta = asFloat(beta.detach()).reciprocal();
    const KernelSet& kernels = kernelSet();
    at::parallel_for(0, query.size(0) * rows * columns, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t tile = begin; tile < end; ++tile) {
            const std::int64_t picture = tile / (rows * columns);
            const std::int64_t y = tile / columns % rows * window, x = tile % columns * window;
            const std::int64_t token = (picture * height + y) * width + x;
            WindowAttentionTask task;
            task.query = at(query, token * channels);
            task.key = at(keyValue, token * 2 * channels);
            task.value = at(keyValue, token * 2 * channels + channels);
            task.out = at(out, token * channels);
            task.queryStride = channels;
            task.keyValueStride = 2 * channels;
            task.rowTokens = width;
            task.height = std::min(window, height - y);
            task.width = std::min(window, width - x);
            task.heads = channels / kHeadWidth;
            task.inverseBeta = inverseBeta.const_data_ptr<float>();
            kernels.attendWindow(task, typeOf(query));
        }
    });
    return out;
}

torch::Tensor fusedChannelNorm(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                               double epsilon) {
    RECORD_FUNCTION("vertescore::channel_norm", std::vector<c10::IValue>({x}));
    const std::int64_t channels = x.size(-1);
    const torch::Tensor in = x.contiguous();
    torch::Tensor out = torch::empty_like(in);
    at::parallel_for(0, in.numel() / channels, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        kernelSet().channelNorm({at(in, begin * channels), at(out, begin * channels),
                                 weight.const_data_ptr<float>(), bias.const_data_ptr<float>(), end - begin,
                                 channels, static_cast<float>(epsilon)},
                                typeOf(in));
    });
    return out;
}

torch::Tensor fusedGatedDepthwise(const torch::Tensor& x, const torch::Tensor& weight,
                                  const torch::Tensor& bias) {
    RECORD_FUNCTION("vertescore::gated_depthwise", std::vector<c10::IValue>({x}));
    torch::Tensor out = torch::empty({x.size(0), x.size(1), x.size(2), x.size(3) / 2}, x.options());
    convolveRows(x, out, weight, bias, 1, kernelSet().gatedRow);
    return out;
}

torch::Tensor fusedDepthwiseSilu(const torch::Tensor& x, const torch::Tensor& weight,
                                 const torch::Tensor& bias, std::int64_t stride) {
    RECORD_FUNCTION("vertescore::depthwise_silu", std::vector<c10::IValue>({x}));
    torch::Tensor out = torch::empty(
        {x.size(0), (x.size(1) + stride - 1) / stride, (x.size(2) + stride - 1) / stride, x.size(3)},
        x.options());
    convolveRows(x, out, weight, bias, stride, kernelSet().depthwiseRow);
    return out;
}

void fusedSqueezeExcitation(torch::Tensor& x, const SqueezeWeights& weights) {
    RECORD_FUNCTION("vertescore::squeeze_excitation", std::vector<c10::IValue>({x}));
    TORCH_CHECK(x.is_contiguous(), "squeeze-and-excitation works on whole maps");
    const std::int64_t channels = x.size(3), rows = x.size(1) * x.size(2);
    const torch::Tensor scales = torch::empty({x.size(0), channels}, torch::kFloat);
    for (std::int64_t picture = 0; picture < x.size(0); ++picture)
        writeScales(channelSums(x, picture), weights, rows, scales[picture].mutable_data_ptr<float>());
    at::parallel_for(0, x.size(0) * rows, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        while (begin < end) {
            const std::int64_t picture = begin / rows;
            const std::int64_t count = std::min(end, (picture + 1) * rows) - begin;
            kernelSet().scaleRows({nullptr, at(x, begin * channels),
                                   scales[picture].mutable_data_ptr<float>(), count, channels},
                                  typeOf(x));
            begin += count;
        }
    });
}

void fusedAdd(torch::Tensor& x, const torch::Tensor& other, const torch::Tensor& bias) {
    RECORD_FUNCTION("vertescore::add", std::vector<c10::IValue>({x}));
    TORCH_CHECK(x.is_contiguous() && other.is_contiguous() && x.sizes() == other.sizes(),
                "two maps are added as they lie in memory");
    const std::int64_t channels = x.size(-1);
    at::parallel_for(0, x.numel() / channels, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        kernelSet().addRows({at(other, begin * channels), at(x, begin * channels),
                             bias.mutable_data_ptr<float>(), end - begin, channels},
                            typeOf(x));
    });
}

void fusedAdd(torch::Tensor& x, const torch::Tensor& other) {
    constexpr std::int64_t kAnyWidth = 256; // as if these were the channels
    const std::int64_t whole = x.numel() / kAnyWidth;
    TORCH_CHECK(x.is_contiguous() && other.is_contiguous() && x.sizes() == other.sizes(),
                "two maps are added as they lie in memory");
    torch::Tensor flat = x.view({-1});
    const torch::Tensor flatOther = other.view({-1});
    torch::Tensor rows = flat.narrow(0, 0, whole * kAnyWidth).view({whole, kAnyWidth});
    fusedAdd(rows, flatOther.narrow(0, 0, whole * kAnyWidth).view({whole, kAnyWidth}),
             torch::zeros({kAnyWidth}));
    const std::int64_t rest = x.numel() - whole * kAnyWidth;
    if (rest > 0) flat.narrow(0, whole * kAnyWidth, rest).add_(flatOther.narrow(0, whole * kAnyWidth, rest));
}

void fusedRaise(torch::Tensor& x, const torch::Tensor& coarse, std::int64_t reduction) {
    RECORD_FUNCTION("vertescore::raise", std::vector<c10::IValue>({x}));
    TORCH_CHECK(x.is_contiguous() && coarse.is_contiguous(), "maps are raised as they lie in memory");
    const std::int64_t height = x.size(1), width = x.size(2), channels = x.size(3);
    const std::int64_t coarseRow = coarse.size(2) * coarse.size(3);
    at::parallel_for(0, x.size(0) * height, kMapRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            const std::int64_t y = row % height;
            const std::int64_t from = (row / height * coarse.size(1) + y / reduction) * coarseRow;
            kernelSet().raiseRow({at(coarse, from + y % reduction * reduction * channels),
                                  at(x, row * width * channels), width, channels, reduction},
                                 typeOf(x));
        }
    });
}

torch::Tensor depthwiseWeightOf(const torch::Tensor& weight) {
    return weight.detach().to(torch::kFloat).reshape({weight.size(0), 9}).t().contiguous();
}

} // namespace vertescore
