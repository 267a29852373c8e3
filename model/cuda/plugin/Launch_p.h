// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/CudaKernels.h"

namespace vertescore {

// The entries of CudaKernels; each in the .cu file of its kernel.
int launchPreprocess(const PreprocessJob& job, GpuStream stream);
int launchSelectPeaks(const PeakJob& job, GpuStream stream);
int launchGatherPatches(const PatchJob& job, GpuStream stream);
int launchLastLayer(const LastLayerJob& job, GpuStream stream);

} // namespace vertescore
