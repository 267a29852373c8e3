// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/GpuHeads.h"

namespace vertescore {
namespace {

constexpr auto kChunkBytes = static_cast<std::int64_t>(sizeof(FeatureChunk));

GpuHead headNamed(const HeadsImpl& heads, const std::string& name) {
    const auto parameters = heads.named_parameters();
    return {parameters[name + ".0.weight"], parameters[name + ".0.bias"], parameters[name + ".2.weight"],
            parameters[name + ".2.bias"]};
}

int reachOf(const torch::Tensor& kernel) {
    return static_cast<int>(kernel.size(2) / 2);
}

const FoundPeaks* peaksIn(const torch::Tensor& found) {
    return reinterpret_cast<const FoundPeaks*>(found.const_data_ptr<std::int32_t>());
}

} // namespace

void KernelsOnStream::check(int error, const char* what) const {
    TORCH_CHECK(error == 0, what, " on the GPU: ", kernels->errorText(error));
}

GpuHead::GpuHead(const torch::Tensor& firstWeight, const torch::Tensor& firstBias,
                 const torch::Tensor& lastWeight, const torch::Tensor& lastBias)
    : m_firstReach(reachOf(firstWeight)), m_lastReach(reachOf(lastWeight)),
      m_firstWeight(firstWeight.detach().permute({2, 3, 1, 0}).contiguous().view({-1, firstWeight.size(0)})),
      m_firstBias(firstBias.detach()), m_lastWeight(lastWeight.detach()
                                                        .permute({0, 2, 3, 1})
                                                        .to(torch::kFloat)
                                                        .contiguous()
                                                        .view({lastWeight.size(0), -1, lastWeight.size(1)})),
      m_lastBias(lastBias.detach().to(torch::kFloat).contiguous()) {}

torch::Tensor GpuHead::at(const torch::Tensor& features, const torch::Tensor& found,
                          const KernelsOnStream& on) const {
    const auto batch = static_cast<int>(features.size(0));
    const std::int64_t pixelBytes = features.size(1) * features.element_size();
    TORCH_CHECK(features.is_contiguous(torch::MemoryFormat::ChannelsLast) && pixelBytes % kChunkBytes == 0,
                "the GPU's heads take channels-last features in whole chunks, got ", features.sizes());
    const HeadShape shape{static_cast<int>(features.size(3)), static_cast<int>(features.size(2)),
                          static_cast<int>(pixelBytes / kChunkBytes), m_firstReach, m_lastReach};
    const std::int64_t cells = squareOf(m_lastReach);
    const torch::Tensor patches =
        torch::empty({batch * kPeakSlots * cells, m_firstWeight.size(0)}, features.options());
    const FoundPeaks* peaks = peaksIn(found);
    on.check(on.kernels->gatherPatches({static_cast<const FeatureChunk*>(features.const_data_ptr()), peaks,
                                        batch, shape, static_cast<FeatureChunk*>(patches.mutable_data_ptr())},
                                       on.stream),
             "gathering patches");
    const torch::Tensor hidden = torch::addmm(m_firstBias, patches, m_firstWeight);
    torch::Tensor out = torch::empty({batch, kPeakSlots, outputs()}, features.options().dtype(torch::kFloat));
    const LastLayer layer{static_cast<int>(hidden.size(1)), static_cast<int>(outputs()),
                          m_lastWeight.const_data_ptr<float>(), m_lastBias.const_data_ptr<float>()};
    on.check(on.kernels->applyLastLayer({hidden.const_data_ptr(), hidden.scalar_type() == torch::kBFloat16,
                                         peaks, batch, shape, layer, out.mutable_data_ptr<float>()},
                                        on.stream),
             "a head's last layer");
    return out;
}

GpuHeads::GpuHeads(const HeadsImpl& heads)
    : m_centre(headNamed(heads, "centre_offset")), m_corner(headNamed(heads, "corner_offset")) {
    if (heads.named_children().contains("level")) m_level = headNamed(heads, "level");
}

PeakReadings GpuHeads::at(const torch::Tensor& features, const torch::Tensor& found,
                          const KernelsOnStream& on) const {
    const torch::Tensor map = features.contiguous(torch::MemoryFormat::ChannelsLast);
    return {m_centre.at(map, found, on), m_corner.at(map, found, on),
            m_level ? m_level->at(map, found, on) : torch::Tensor()};
}

torch::Tensor peaksOnGpu(const torch::Tensor& probabilities, const PeakOptions& options,
                         const KernelsOnStream& on) {
    TORCH_CHECK(probabilities.dim() == 3 && probabilities.is_contiguous() &&
                    probabilities.scalar_type() == torch::kFloat,
                "peaks are looked for in [B,h,w] of floats, got ", probabilities.sizes());
    PeakMap map{nullptr,
                static_cast<int>(probabilities.size(2)),
                static_cast<int>(probabilities.size(1)),
                options.threshold,
                {}};
    map.spacing = spacingOn({map.width, map.height}, options);
    const std::int64_t batch = probabilities.size(0);
    const auto ints = probabilities.options().dtype(torch::kInt);
    const torch::Tensor candidates = torch::empty({batch, mostCandidates(map)}, ints);
    torch::Tensor found = torch::empty({batch, kFoundPeaksInts}, ints);
    on.check(on.kernels->selectPeaks({probabilities.const_data_ptr<float>(), static_cast<int>(batch), map,
                                      candidates.mutable_data_ptr<std::int32_t>(),
                                      reinterpret_cast<FoundPeaks*>(found.mutable_data_ptr<std::int32_t>())},
                                     on.stream),
             "finding peaks");
    return found;
}

} // namespace vertescore
