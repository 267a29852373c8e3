// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/KernelTasks.h"

namespace vertescore {

/// The network's own inner loops for one kind of processor. Plain functions of plain memory: no allocation,
/// no threads, safe to call from any; numbers are widened to float and rounded to nearest even on the way
/// out.
struct KernelSet {
    const char* name = "";
    void (*attendWindow)(const WindowAttentionTask&, KernelType) = nullptr;
    /// gelu(d(x)[0:half]) * d(x)[half:2 half] (the gate of GDFN), out: [width, channels / 2].
    void (*gatedRow)(const DepthwiseRowTask&, KernelType) = nullptr;
    /// silu(d(x)), out: [ceil(width / stride), channels].
    void (*depthwiseRow)(const DepthwiseRowTask&, KernelType) = nullptr;
    void (*channelNorm)(const ChannelNormTask&, KernelType) = nullptr;
    void (*addToSums)(const ChannelTask&,
                      KernelType) = nullptr; ///< perChannel += the sum of the rows of `in`
    void (*scaleRows)(const ChannelTask&, KernelType) = nullptr; ///< out *= perChannel, each row
    void (*addRows)(const ChannelTask&, KernelType) = nullptr;   ///< out += in + perChannel, each row
    void (*matrixVector)(const MatrixVectorTask&, KernelType) = nullptr;
    void (*raiseRow)(const RaiseRowTask&, KernelType) = nullptr;
    /// Only where the processor has matrix tiles; elsewhere null, and oneDNN is as fast.
    void (*multiplyRows)(const MatrixRowsTask&) = nullptr;
    void (*convolveRows)(const ConvolutionTask&) = nullptr;
};

/// The best set this processor can run; chosen once.
const KernelSet& kernelSet();

/// By the instructions they use. Each is compiled on its own; only the first runs everywhere.
const KernelSet& portableKernels();
const KernelSet& avx2Kernels();
const KernelSet& avx512Kernels();
const KernelSet& avx512Bf16Kernels();
const KernelSet& amxKernels();

/// True where the processor has matrix tiles for bf16 and the kernel lets this process use them; asks it to.
bool mayUseTiles();

} // namespace vertescore
