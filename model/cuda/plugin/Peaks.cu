// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/plugin/Launch_p.h"

namespace vertescore {
namespace {

/// The threads of one block, as selectPeaks wants a team.
struct BlockTeam {
    template <class Work>
    __device__ void each(int count, Work work) const {
        for (int i = static_cast<int>(threadIdx.x); i < count; i += static_cast<int>(blockDim.x))
            work(i);
        __syncthreads();
    }
    template <class Work>
    __device__ void once(Work work) const {
        if (threadIdx.x == 0) work();
        __syncthreads();
    }
    __device__ int add(int& place, int value) const { return atomicAdd(&place, value); }
    __device__ void raise(unsigned long long& place, unsigned long long value) const {
        atomicMax(&place, value);
    }
};

/// One block per picture.
__global__ void selectPeaksKernel(const float* probabilities, PeakMap map, int candidatesPerPicture,
                                  int* candidates, FoundPeaks* found) {
    // Raw memory: a __shared__ variable may not have a constructor.
    __shared__ alignas(PeakSearch) unsigned char memory[sizeof(PeakSearch)];
    PeakSearch& search = *reinterpret_cast<PeakSearch*>(memory);
    const auto picture = static_cast<std::size_t>(blockIdx.x);
    map.values =
        probabilities + picture * static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height);
    selectPeaks(BlockTeam{}, map, candidates + picture * static_cast<std::size_t>(candidatesPerPicture),
                search);
    if (threadIdx.x == 0) found[picture] = search.found;
}

} // namespace

int launchSelectPeaks(const PeakJob& job, GpuStream stream) {
    selectPeaksKernel<<<static_cast<unsigned>(job.batch), 1024, 0, static_cast<cudaStream_t>(stream)>>>(
        job.probabilities, job.map, mostCandidates(job.map), job.candidates, job.found);
    return static_cast<int>(cudaGetLastError());
}

} // namespace vertescore
