// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/plugin/Launch_p.h"

#include <cuda_bf16.h>

namespace vertescore {
namespace {

template <class Value>
__global__ void preprocessKernel(GreySource source, InputShape shape, Value* input) {
    const int x = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    const int y = static_cast<int>(blockIdx.y * blockDim.y + threadIdx.y);
    if (x < shape.width && y < shape.height)
        input[y * shape.width + x] = static_cast<Value>(inputPixel(source, shape, x, y));
}

} // namespace

int launchPreprocess(const PreprocessJob& job, GpuStream stream) {
    const dim3 block(32, 8);
    const dim3 grid(static_cast<unsigned>(job.shape.width + 31) / 32,
                    static_cast<unsigned>(job.shape.height + 7) / 8);
    if (job.isBf16)
        preprocessKernel<<<grid, block, 0, static_cast<cudaStream_t>(stream)>>>(
            job.source, job.shape, static_cast<__nv_bfloat16*>(job.input));
    else
        preprocessKernel<<<grid, block, 0, static_cast<cudaStream_t>(stream)>>>(
            job.source, job.shape, static_cast<float*>(job.input));
    return static_cast<int>(cudaGetLastError());
}

} // namespace vertescore
