// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/network/VerteNetOptions.h"

#include <string>
#include <vector>

namespace vertescore {

/// What one layer costs.
struct LayerCost {
    std::string name; ///< of its weights, or of the block whose attention multiplies
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0; ///< for one picture of the network's input size
};

struct ComplexityReport {
    VerteNetOptions network;
    std::vector<LayerCost> layers; ///< all but the offset heads, in the order in which they run
    std::int64_t denseHeads =
        0; ///< multiply-adds of the offset heads over the whole map, as published networks do
    std::int64_t sparseHeads = 0; ///< and at six places only, as this program does
    std::int64_t parameters = 0;  ///< of the whole network
    std::int64_t encoderParameters = 0;

    std::int64_t trunk() const; ///< multiply-adds of the layers
    /// Of the layers whose name begins so ("encoder", "fusion", "heads").
    std::int64_t multiplyAddsOf(const std::string& prefix) const;
};

/// Counts every convolution, matrix product and attention of one forward pass while it runs (untrained
/// weights, CPU). Norms, activations, pooling and resizing are not counted, as is the custom. Errors:
/// OutOfMemory, ModelFailure.
Result<ComplexityReport> countComplexity(const VerteNetOptions& network);

} // namespace vertescore
