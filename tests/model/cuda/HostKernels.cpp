// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostKernels.h"

#include <c10/util/BFloat16.h>

namespace vertescore::test {
namespace {

template <class Value>
void writeInput(const PreprocessJob& job, Value* input) {
    for (int y = 0; y < job.shape.height; ++y)
        for (int x = 0; x < job.shape.width; ++x)
            *input++ = static_cast<Value>(inputPixel(job.source, job.shape, x, y));
}

int preprocess(const PreprocessJob& job, GpuStream) {
    if (job.isBf16)
        writeInput(job, static_cast<c10::BFloat16*>(job.input));
    else
        writeInput(job, static_cast<float*>(job.input));
    return 0;
}

int peaks(const PeakJob& job, GpuStream) {
    for (int b = 0; b < job.batch; ++b) {
        PeakMap map = job.map;
        map.values = job.probabilities + b * map.width * map.height;
        PeakSearch search;
        selectPeaks(HostTeam{}, map, job.candidates + b * mostCandidates(map), search);
        job.found[b] = search.found;
    }
    return 0;
}

int patches(const PatchJob& job, GpuStream) {
    const int perPicture = patchChunks(job.shape);
    const int mapChunks = job.shape.width * job.shape.height * job.shape.chunks;
    for (int b = 0; b < job.batch; ++b)
        for (int i = 0; i < perPicture; ++i)
            job.patches[b * perPicture + i] =
                patchChunk(job.features + b * mapChunks, job.found[b], job.shape, i);
    return 0;
}

template <class Value>
void addUp(const LastLayerJob& job, const Value* hidden) {
    constexpr int kLanes = 7; // divides nothing
    const int perRow = squareOf(job.shape.lastReach) * job.layer.hidden;
    for (int b = 0; b < job.batch; ++b)
        for (int slot = 0; slot < kPeakSlots; ++slot)
            for (int o = 0; o < job.layer.outputs; ++o) {
                const int row = b * kPeakSlots + slot;
                float sum = job.layer.bias[o];
                for (int lane = 0; lane < kLanes; ++lane)
                    sum += lastLayerPart(hidden + row * perRow, placeOf(job.found[b], slot, job.shape),
                                         job.shape, job.layer, o, lane, kLanes);
                job.out[row * job.layer.outputs + o] = sum;
            }
}

int lastLayer(const LastLayerJob& job, GpuStream) {
    if (job.isBf16)
        addUp(job, static_cast<const c10::BFloat16*>(job.hidden));
    else
        addUp(job, static_cast<const float*>(job.hidden));
    return 0;
}

const char* errorText(int) {
    return "a test's error";
}

/// Runs the work again for every replay; writes into the results of the recording, as a real graph does.
class RepeatedWork final : public CapturedGraph {
public:
    void capture(const std::function<void()>& work) override {
        work();
        m_work = work;
    }
    void replay() override { m_work(); }

private:
    std::function<void()> m_work;
};

std::unique_ptr<CapturedGraph> newGraph() {
    return std::make_unique<RepeatedWork>();
}

} // namespace

const CudaKernels& hostKernels() {
    static const CudaKernels kernels{kCudaKernelsVersion, preprocess, peaks,   patches,
                                     lastLayer,           errorText,  newGraph};
    return kernels;
}

} // namespace vertescore::test
