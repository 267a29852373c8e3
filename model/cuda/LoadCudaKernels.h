// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/cuda/plugin/CudaKernels.h"

namespace vertescore {

/// The plug-in's kernels, loaded at the first call and kept. Only after chooseDevice said CUDA: the plug-in
/// needs torch's CUDA half in the process. Any thread. Errors: DeviceUnavailable, with the reason.
Result<const CudaKernels*> loadCudaKernels();

} // namespace vertescore
