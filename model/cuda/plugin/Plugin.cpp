// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/plugin/Launch_p.h"

#include <ATen/cuda/CUDAGraph.h>

#include <cuda_runtime_api.h>

namespace vertescore {
namespace {

/// torch's own capture, because only torch's allocator can keep the memory that a graph uses for the graph
/// alone.
class TorchGraph final : public CapturedGraph {
public:
    void capture(const std::function<void()>& work) override {
        m_graph.capture_begin();
        try {
            work();
        } catch (...) {
            endFailedCapture();
            throw;
        }
        m_graph.capture_end();
    }
    void replay() override { m_graph.replay(); }

private:
    void endFailedCapture() {
        try {
            m_graph.capture_end();
        } catch (const c10::Error&) {
            // The stream has left capture mode; what went wrong first is what the caller hears of.
        }
    }

    at::cuda::CUDAGraph m_graph;
};

const char* errorText(int error) {
    return cudaGetErrorString(static_cast<cudaError_t>(error));
}

std::unique_ptr<CapturedGraph> newGraph() {
    return std::make_unique<TorchGraph>();
}

constexpr CudaKernels kKernels{kCudaKernelsVersion, launchPreprocess, launchSelectPeaks, launchGatherPatches,
                               launchLastLayer,     errorText,        newGraph};

} // namespace
} // namespace vertescore

extern "C" __attribute__((visibility("default"))) const vertescore::CudaKernels* vertescoreCudaKernels() {
    return &vertescore::kKernels;
}
