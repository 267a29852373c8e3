// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Device.h"

#include <ATen/autocast_mode.h>

#include <dlfcn.h>

#include <mutex>

namespace vertescore {
namespace {

/// Loads torch's CUDA half when there is a driver. It must happen before torch is first asked about CUDA,
/// because torch remembers the answer; and not without a driver, because it takes seconds.
bool hasCuda() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL))
            dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL);
    });
    return torch::cuda::is_available();
}

} // namespace

std::string Device::deviceName() const {
    return device.is_cuda() ? "cuda:0" : "cpu";
}

bool cpuHasFastBf16() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") > 0;
#else
    return false;
#endif
}

Result<Device> chooseDevice(DeviceChoice choice, PrecisionChoice precision) {
    Device chosen;
    if (choice != DeviceChoice::Cpu) {
        if (hasCuda())
            chosen.device = torch::Device(torch::kCUDA, 0);
        else if (choice == DeviceChoice::Cuda)
            return failure(ErrorCode::DeviceUnavailable,
                           "no CUDA driver, no GPU, or no CUDA half of LibTorch");
    }
    chosen.useBf16 = precision == PrecisionChoice::Bf16 ||
                     (precision == PrecisionChoice::Auto && (chosen.device.is_cuda() || cpuHasFastBf16()));
    return chosen;
}

AutocastGuard::AutocastGuard(const Device& device)
    : m_isActive(device.useBf16), m_type(device.device.type()) {
    if (!m_isActive) return;
    at::autocast::set_autocast_enabled(m_type, true);
    at::autocast::set_autocast_dtype(m_type, torch::kBFloat16);
    at::autocast::increment_nesting();
}

AutocastGuard::~AutocastGuard() {
    if (!m_isActive) return;
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    at::autocast::set_autocast_enabled(m_type, false);
}

} // namespace vertescore
