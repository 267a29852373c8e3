// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace vertescore {

/// A file or folder of resources/, e.g. "weights/vertenet-phantom.safetensors": looked up in share/vertescore
/// beside the program's bin/, which is where both the build tree and an installation have it. Error:
/// FileNotFound. Any thread.
Result<std::filesystem::path> findResource(const std::filesystem::path& below);

/// The weights that ship with the program. Error: WeightsMissing.
Result<std::filesystem::path> defaultWeights();

} // namespace vertescore
