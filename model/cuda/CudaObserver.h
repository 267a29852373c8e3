// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/GpuHeads.h"
#include "model/cuda/GreyPacking.h"
#include "model/observe/PictureObserver.h"

#include <map>

namespace vertescore {

/// Observes with our kernels: pictures go to the GPU as bytes in one copy; everything from the network to the
/// readings at the peaks is one recorded graph per batch size; the results come back in one copy. Where a
/// graph cannot be recorded the same work is started piece by piece, and the log says so. With the kernels of
/// another device (the tests' own, on the CPU) it computes there.
class CudaObserver final : public PictureObserver {
public:
    CudaObserver(std::shared_ptr<VerteNetImpl> network, const Device& device, const CudaKernels& kernels);
    std::vector<Observation> observe(std::span<const PictureToObserve> pictures,
                                     const StageReached& reached) override;

private:
    /// What belongs to one batch size.
    struct Prepared {
        torch::Tensor input;                  ///< [B,1,H,W]
        torch::Tensor results;                ///< on the device, [B, ...] float; see ResultColumns
        torch::Tensor arrived;                ///< the same on the CPU
        std::unique_ptr<CapturedGraph> graph; ///< null where none can be recorded
    };

    Prepared& preparedFor(std::int64_t batch);
    void record(Prepared& prepared);
    void upload(std::span<const PictureToObserve> pictures, const torch::Tensor& input);
    torch::Tensor compute(const torch::Tensor& input);
    std::vector<Observation> read(const torch::Tensor& results, std::size_t count) const;
    KernelsOnStream onStream() const;

    std::shared_ptr<VerteNetImpl> m_network; ///< shared because torch's modules are
    Device m_device;
    const CudaKernels& m_kernels;
    std::optional<c10::Stream> m_stream; ///< our own, on a GPU: a graph cannot be recorded on the default one
    GpuHeads m_heads;
    GreyPacking m_packing;
    torch::Tensor m_outgoing; ///< bytes on the CPU, page-locked on a machine with a GPU
    torch::Tensor m_incoming; ///< the same bytes on the device
    std::map<std::int64_t, Prepared> m_prepared;
};

} // namespace vertescore
