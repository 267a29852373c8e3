// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/LoadCudaKernels.h"

#include <dlfcn.h>

namespace vertescore {
namespace {

constexpr const char* kPlugin = "libvertescore_cuda.so"; ///< found on the program's own run path

Result<const CudaKernels*> load() {
    void* plugin = dlopen(kPlugin, RTLD_NOW | RTLD_LOCAL);
    if (!plugin) return failure(ErrorCode::DeviceUnavailable, dlerror());
    // POSIX promises that a function's address survives the way through void*.
    const auto kernels = reinterpret_cast<CudaKernelsFunction>(dlsym(plugin, kCudaKernelsSymbol));
    if (!kernels || kernels()->version != kCudaKernelsVersion)
        return failure(ErrorCode::DeviceUnavailable, std::string(kPlugin) + " is of another version");
    return kernels();
}

} // namespace

Result<const CudaKernels*> loadCudaKernels() {
    static const Result<const CudaKernels*> loaded = load();
    return loaded;
}

} // namespace vertescore
