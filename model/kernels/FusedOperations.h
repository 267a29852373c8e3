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

/// silu(d(x)) with d a 3 x 3 depthwise convolution with one row of zeros all round; x: [B,H,W,C] ->
/// [B,ceil(H / stride),ceil(W / stride),C]. weight: [9,C] and bias: [C], float; stride: 1 or 2.
torch::Tensor fusedDepthwiseSilu(const torch::Tensor& x, const torch::Tensor& weight,
                                 const torch::Tensor& bias, std::int64_t stride);

/// The two layers of a squeeze-and-excitation, of the map's type.
struct SqueezeWeights {
    torch::Tensor narrow;     ///< [S,C]
    torch::Tensor narrowBias; ///< [S]
    torch::Tensor wide;       ///< [C,S'], S' = S up to a multiple of 16, zeros beyond S
    torch::Tensor wideBias;   ///< [C]
};
/// x *= sigmoid(wide silu(narrow mean(x))), each picture's channels by the means over that picture; x:
/// [B,H,W,C].
void fusedSqueezeExcitation(torch::Tensor& x, const SqueezeWeights& weights);

/// x += other + bias; x, other: [..., C], bias: [C] float, C a multiple of 16.
void fusedAdd(torch::Tensor& x, const torch::Tensor& other, const torch::Tensor& bias);
/// x += other, of any shape.
void fusedAdd(torch::Tensor& x, const torch::Tensor& other);

/// x[b,y,x] += coarse[b, y / r, x / r] of its own part; x: [B,H,W,C], coarse: [B,ceil(H / r),ceil(W / r), r r
/// C], the parts row after row: what a transposed convolution whose kernel is as wide as its stride adds.
void fusedRaise(torch::Tensor& x, const torch::Tensor& coarse, std::int64_t reduction);

/// Weights of a 3 x 3 depthwise convolution, [C,1,3,3], as the kernels read them: [9,C] float.
torch::Tensor depthwiseWeightOf(const torch::Tensor& weight);

} // namespace vertescore
