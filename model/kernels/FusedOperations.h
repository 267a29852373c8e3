// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace vertescore {

/// The network's own operations as one pass over memory each, by KernelSet on torch's threads. Inputs are
/// float or bf16, contiguous, on the CPU, without gradients, channels a multiple of 16; results have the
/// input's type.

/// softmax(q k^T / beta) v inside p x p windows. query: [B,H,W,C], keyValue: [B,H,W,2C] (keys, then values),
/// beta: [C / 16]. Tokens beyond the map do not exist. Returns [B,H,W,C].
torch::Tensor fusedWindowAttention(const torch::Tensor& query, const torch::Tensor& keyValue,
                                   const torch::Tensor& beta, std::int64_t window);

/// Layer normalisation over the last dimension; weight and bias: [C], float.
torch::Tensor fusedChannelNorm(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                               double epsilon);

/// gelu(d(x)[..., :half]) * d(x)[..., half:] with d a 3 x 3 depthwise convolution; x: [B,H,W,2 half] ->
/// [B,H,W,half]. weight: [9, 2 half] and bias: [2 half], float.
torch::Tensor fusedGatedDepthwise(const torch::Tensor& x, const torch::Tensor& weight,
                                  const torch::Tensor& bias);

} // namespace vertescore
