// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/PeakSelection_p.h"
#include "model/cuda/plugin/PreprocessPixel_p.h"
#include "model/cuda/plugin/SparseHeads_p.h"

#include <functional>
#include <memory>

namespace vertescore {

/// What the plug-in does, as plain pointers into the GPU's memory and a stream: neither side needs the
/// other's headers. Every kernel only starts its work, on that stream, and returns 0 or CUDA's error number.
using GpuStream = void*; ///< a cudaStream_t

/// Grey of any size to the network's input [1,1,height,width], -0.5...0.5.
struct PreprocessJob {
    GreySource source;
    void* input = nullptr;
    InputShape shape;
    bool isBf16 = false;
};

/// [batch,height,width] probabilities to the peaks of each picture, [batch] FoundPeaks.
struct PeakJob {
    const float* probabilities = nullptr;
    int batch = 0;
    PeakMap map;               ///< its `values` are not used
    int* candidates = nullptr; ///< scratch, [batch,mostCandidates(map)]
    FoundPeaks* found = nullptr;
};

/// The squares of features that a head needs, as rows of a matrix: [batch, kMostPeaks, hidden cells, first
/// kernel cells, channels].
struct PatchJob {
    const FeatureChunk* features = nullptr; ///< [batch,height,width,channels]
    const FoundPeaks* found = nullptr;
    int batch = 0;
    HeadShape shape;
    FeatureChunk* patches = nullptr;
};

/// ReLU and the second convolution of a head: [batch,kMostPeaks,hidden cells,hiddenChannels] to
/// [batch,kMostPeaks,outputs].
struct LastLayerJob {
    const void* hidden = nullptr; ///< before the ReLU
    bool isBf16 = false;
    const FoundPeaks* found = nullptr;
    int batch = 0;
    HeadShape shape;
    LastLayer layer;
    float* out = nullptr;
};

/// Work of torch on the GPU, recorded once and then started as one. One thread.
class CapturedGraph {
public:
    virtual ~CapturedGraph() = default;
    /// Runs `work` on the current stream, which must not be the default one, and records what it starts.
    /// Throws what torch throws; then there is nothing to replay.
    virtual void capture(const std::function<void()>& work) = 0;
    virtual void replay() = 0;
};

/// Raised whenever this header changes, so that a plug-in of another build is refused.
inline constexpr int kCudaKernelsVersion = 1;

struct CudaKernels {
    int version = 0;
    int (*preprocess)(const PreprocessJob&, GpuStream) = nullptr;
    int (*selectPeaks)(const PeakJob&, GpuStream) = nullptr;
    int (*gatherPatches)(const PatchJob&, GpuStream) = nullptr;
    int (*applyLastLayer)(const LastLayerJob&, GpuStream) = nullptr;
    const char* (*errorText)(int) = nullptr;
    std::unique_ptr<CapturedGraph> (*newGraph)() = nullptr;
};

/// The plug-in's one exported function: `extern "C" const CudaKernels* vertescoreCudaKernels()`.
inline constexpr const char* kCudaKernelsSymbol = "vertescoreCudaKernels";
using CudaKernelsFunction = const CudaKernels* (*)();

} // namespace vertescore
