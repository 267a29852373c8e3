// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/LoadDetector.h"

#include <string>

#include <torch/torch.h>

namespace vertescore {

/// Where and how precisely a network runs. Chosen once, reported with every result.
struct Device {
    torch::Device device = torch::kCPU;
    bool useBf16 = false;

    std::string deviceName() const; ///< "cpu", "cuda:0"
    std::string precisionName() const { return useBf16 ? "bf16" : "fp32"; }
    torch::ScalarType scalarType() const { return useBf16 ? torch::kBFloat16 : torch::kFloat; }
};

/// Auto takes CUDA when a driver and torch's CUDA half are there, and says the CPU otherwise. Cuda asked for
/// by name and not to be had is DeviceUnavailable, never the CPU. The CUDA half is loaded here, at the first
/// need.
Result<Device> chooseDevice(DeviceChoice device, PrecisionChoice precision);

/// True where the processor multiplies bf16 matrices in hardware; elsewhere bf16 is slower than fp32.
bool cpuHasFastBf16();

/// Computes in bf16 where the operation bears it, for the guard's lifetime, on this thread; nothing when not
/// asked for.
class AutocastGuard {
public:
    explicit AutocastGuard(const Device& device);
    ~AutocastGuard();
    AutocastGuard(const AutocastGuard&) = delete;
    AutocastGuard& operator=(const AutocastGuard&) = delete;

private:
    bool m_isActive;
    c10::DeviceType m_type;
};

} // namespace vertescore
