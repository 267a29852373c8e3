// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/plugin/Launch_p.h"

#include <cuda_bf16.h>

namespace vertescore {
namespace {

constexpr int kWarp = 32;
constexpr int kLastLayerThreads = 256;

/// Pictures down the grid, a picture's chunks across it.
__global__ void gatherPatchesKernel(PatchJob job) {
    const int index = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    const int perPicture = patchChunks(job.shape);
    if (index >= perPicture) return;
    const auto picture = static_cast<std::size_t>(blockIdx.y);
    const auto mapChunks = static_cast<std::size_t>(job.shape.width) *
                           static_cast<std::size_t>(job.shape.height) *
                           static_cast<std::size_t>(job.shape.chunks);
    job.patches[picture * static_cast<std::size_t>(perPicture) + static_cast<std::size_t>(index)] =
        patchChunk(job.features + picture * mapChunks, job.found[picture], job.shape, index);
}

__device__ float sumOfWarp(float value) {
    for (int step = kWarp / 2; step > 0; step /= 2)
        value += __shfl_down_sync(0xFFFFFFFFU, value, static_cast<unsigned>(step));
    return value;
}

/// One block per output, slot and picture.
template <class Value>
__global__ void lastLayerKernel(LastLayerJob job, const Value* hidden) {
    __shared__ float parts[kLastLayerThreads / kWarp];
    const int output = static_cast<int>(blockIdx.x);
    const int slot = static_cast<int>(blockIdx.y);
    const int lane = static_cast<int>(threadIdx.x);
    const std::size_t row =
        static_cast<std::size_t>(blockIdx.z) * kPeakSlots + static_cast<std::size_t>(slot);
    const std::size_t perRow =
        static_cast<std::size_t>(squareOf(job.shape.lastReach)) * static_cast<std::size_t>(job.layer.hidden);
    const float part =
        sumOfWarp(lastLayerPart(hidden + row * perRow, placeOf(job.found[blockIdx.z], slot, job.shape),
                                job.shape, job.layer, output, lane, kLastLayerThreads));
    if (lane % kWarp == 0) parts[lane / kWarp] = part;
    __syncthreads();
    if (lane != 0) return;
    float sum = job.layer.bias[output];
    for (const float of : parts)
        sum += of;
    job.out[row * static_cast<std::size_t>(job.layer.outputs) + static_cast<std::size_t>(output)] = sum;
}

} // namespace

int launchGatherPatches(const PatchJob& job, GpuStream stream) {
    constexpr int kThreads = 256;
    const dim3 grid(static_cast<unsigned>((patchChunks(job.shape) + kThreads - 1) / kThreads),
                    static_cast<unsigned>(job.batch));
    gatherPatchesKernel<<<grid, kThreads, 0, static_cast<cudaStream_t>(stream)>>>(job);
    return static_cast<int>(cudaGetLastError());
}

int launchLastLayer(const LastLayerJob& job, GpuStream stream) {
    const dim3 grid(static_cast<unsigned>(job.layer.outputs), kPeakSlots, static_cast<unsigned>(job.batch));
    const auto onStream = static_cast<cudaStream_t>(stream);
    if (job.isBf16)
        lastLayerKernel<<<grid, kLastLayerThreads, 0, onStream>>>(
            job, static_cast<const __nv_bfloat16*>(job.hidden));
    else
        lastLayerKernel<<<grid, kLastLayerThreads, 0, onStream>>>(job, static_cast<const float*>(job.hidden));
    return static_cast<int>(cudaGetLastError());
}

} // namespace vertescore
