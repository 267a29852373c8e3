// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/CudaKernels.h"
#include "model/network/Heads.h"

#include <optional>

namespace vertescore {

/// Kernels and the stream that they start on.
struct KernelsOnStream {
    const CudaKernels* kernels = nullptr;
    GpuStream stream = nullptr;

    /// Throws c10::Error on anything but 0, with `what` and CUDA's words.
    void check(int error, const char* what) const;
};

/// One two-layer head at the peaks only: our kernel gathers the squares that it needs, one matrix product is
/// the first convolution, our kernel the rest. Equals HeadsImpl's own offsetsAt to rounding.
class GpuHead {
public:
    /// Takes the weights as they are stored: on the device, folded, of the type that computes.
    GpuHead(const torch::Tensor& firstWeight, const torch::Tensor& firstBias, const torch::Tensor& lastWeight,
            const torch::Tensor& lastBias);
    std::int64_t outputs() const { return m_lastBias.size(0); }
    /// features: [B,C,h,w] channels last; found: [B] FoundPeaks as int32. Returns [B,kPeakSlots,outputs]
    /// float.
    torch::Tensor at(const torch::Tensor& features, const torch::Tensor& found,
                     const KernelsOnStream& on) const;

private:
    int m_firstReach;
    int m_lastReach;
    torch::Tensor m_firstWeight; ///< [first kernel's cells * C, hidden]
    torch::Tensor m_firstBias;
    torch::Tensor m_lastWeight; ///< [outputs, cells, hidden] float
    torch::Tensor m_lastBias;   ///< float
};

/// What the heads beside the heatmap say at the peaks, [B,kPeakSlots,...] float.
struct PeakReadings {
    torch::Tensor centre;  ///< as CellOffsets
    torch::Tensor corners; ///< as CellOffsets
    torch::Tensor levels;  ///< logits; undefined in a network without that head
};

class GpuHeads {
public:
    explicit GpuHeads(const HeadsImpl& heads);
    PeakReadings at(const torch::Tensor& features, const torch::Tensor& found,
                    const KernelsOnStream& on) const;

private:
    GpuHead m_centre;
    GpuHead m_corner;
    std::optional<GpuHead> m_level;
};

/// Integers in a FoundPeaks.
inline constexpr std::int64_t kFoundPeaksInts = sizeof(FoundPeaks) / sizeof(std::int32_t);

/// probabilities: [B,h,w] float. Returns [B,kFoundPeaksInts] int32 on the same device.
torch::Tensor peaksOnGpu(const torch::Tensor& probabilities, const PeakOptions& options,
                         const KernelsOnStream& on);

} // namespace vertescore
