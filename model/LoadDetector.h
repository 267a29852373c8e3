// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace vertescore {

enum class DeviceChoice { Auto, Cpu, Cuda };
enum class PrecisionChoice { Auto, Fp32, Bf16 }; ///< Auto: bf16 where the processor or GPU computes it faster

/// "auto", "cpu", "cuda"; "auto", "fp32", "bf16".
std::optional<DeviceChoice> deviceChoiceFromName(std::string_view name);
std::optional<PrecisionChoice> precisionChoiceFromName(std::string_view name);

struct LoadDetectorOptions {
    DeviceChoice device = DeviceChoice::Auto;
    PrecisionChoice precision = PrecisionChoice::Auto;
    int threads = 0; ///< 0: as many as the machine has
};

/// The only header of model that app needs: the network behind core's interface, ready to run. Blocks while
/// loading. Errors: WeightsMissing, WeightsMalformed, WeightsMismatch, DeviceUnavailable (never falls back
/// silently), OutOfMemory.
Result<std::unique_ptr<LandmarkDetector>> loadDetector(const std::filesystem::path& weights,
                                                       const LoadDetectorOptions& options = {});

} // namespace vertescore
