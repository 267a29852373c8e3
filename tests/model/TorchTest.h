// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

// Both torch and Catch2 have a CHECK; the tests mean Catch2's.
#undef CHECK
#include <catch2/catch.hpp>

namespace vertescore::test {

/// The largest absolute difference between two tensors of one shape.
inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    REQUIRE(a.sizes() == b.sizes());
    return (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
}

/// Fills every parameter with small random numbers, so that no branch of the network is silent.
inline void fillAtRandom(torch::nn::Module& module, double scale) {
    const torch::NoGradGuard noGrad;
    for (torch::Tensor& parameter : module.parameters())
        if (parameter.dim() > 1) parameter.normal_(0, scale);
}

} // namespace vertescore::test
