// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/network/VerteNet.h"
#include "model/training/Optimizer.h"

namespace vertescore {

/// Everything that training needs to go on as if it had not stopped, in one safetensors file, written
/// atomically. Random numbers need no place in it: they follow from the seed and the step.
Status saveCheckpoint(const std::filesystem::path& path, const VerteNetImpl& network,
                      const Optimizer& optimizer, std::int64_t step);

/// Puts a checkpoint back; returns its step. Errors: WeightsMissing, WeightsMalformed, WeightsMismatch (also
/// when it belongs to a network of other options).
Result<std::int64_t> loadCheckpoint(const std::filesystem::path& path, VerteNetImpl& network,
                                    Optimizer& optimizer);

} // namespace vertescore
