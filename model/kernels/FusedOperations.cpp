// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/FusedOperations.h"

#include "model/kernels/KernelSet.h"

#include <ATen/Parallel.h>

namespace vertescore {
namespace {

KernelType typeOf(const torch::Tensor& x) {
    return x.scalar_type() == torch::kFloat ? KernelType::Float : KernelType::Bf16;
}

/// The address of an element, counted from the tensor's first.
const void* at(const torch::Tensor& x, std::int64_t element) {
    return static_cast<const char*>(x.const_data_ptr()) + element * x.element_size();
}
void* at(torch::Tensor& x, std::int64_t element) {
    return static_cast<char*>(x.mutable_data_ptr()) + element * x.element_size();
}

torch::Tensor asFloat(const torch::Tensor& x) {
    return x.to(torch::kFloat).contiguous();
}

/// Work is handed to a thread in pieces no smaller than this many rows, lest starting one costs more.
constexpr std::int64_t kRowsAtOnce = 512;

} // namespace

torch::Tensor fusedWindowAttention(const torch::Tensor& query, const torch::Tensor& keyValue,
                                   const torch::Tensor& beta, std::int64_t window) {
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
    const std::int64_t height = x.size(1), width = x.size(2), wide = x.size(3);
    torch::Tensor out = torch::empty({x.size(0), height, width, wide / 2}, x.options());
    at::parallel_for(0, x.size(0) * height, 4, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> line(static_cast<std::size_t>(width) * 16);
        for (std::int64_t row = begin; row < end; ++row) {
            const std::int64_t y = row % height;
            const auto rowOf = [&](std::int64_t r) { return at(x, r * width * wide); };
            kernelSet().gatedRow({y > 0 ? rowOf(row - 1) : nullptr, rowOf(row),
                                  y + 1 < height ? rowOf(row + 1) : nullptr, weight.const_data_ptr<float>(),
                                  bias.const_data_ptr<float>(), at(out, row * width * wide / 2), line.data(),
                                  width, wide / 2},
                                 typeOf(x));
        }
    });
    return out;
}

} // namespace vertescore
