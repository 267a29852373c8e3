// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensors/Safetensors.h"
#include "model/Device.h"
#include "model/network/VerteNet.h"

namespace vertescore {

/// A network ready to predict: eval mode, normalisations folded, weights narrowed and moved as the device
/// wants. Of the file's weights, or untrained of the given options. Errors: WeightsMalformed,
/// WeightsMismatch, OutOfMemory.
Result<std::shared_ptr<VerteNetImpl>> networkForInference(const SafetensorsFile& file, const Device& device);
std::shared_ptr<VerteNetImpl> untrainedForInference(const VerteNetOptions& options, const Device& device);

} // namespace vertescore
