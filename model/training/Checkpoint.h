// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/network/VerteNet.h"
#include "model/training/Optimizer.h"

namespace vertescore {

/// What a checkpoint says beside its tensors.
struct CheckpointNote {
    std::int64_t step = 0;
    std::optional<double> bestScore; ///< of the validations so far
};

/// Everything that training needs to go on as if it had not stopped, in one safetensors file, written
/// atomically: when it cannot be written, the one before stays. Random numbers need no place in it: they
/// follow from the seed and the step. Errors: FileNotWritable, DiskFull.
Status saveCheckpoint(const std::filesystem::path& path, const VerteNetImpl& network,
                      const Optimizer& optimizer, const CheckpointNote& note);

/// Puts a checkpoint back. Errors: WeightsMissing, WeightsMalformed (also a file cut short), WeightsMismatch
/// (also when it belongs to a network of other options).
Result<CheckpointNote> loadCheckpoint(const std::filesystem::path& path, VerteNetImpl& network,
                                      Optimizer& optimizer);

} // namespace vertescore
