// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/CudaObserver.h"

#include "core/base/Log.h"

#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <cstring>

namespace vertescore {
namespace {

constexpr int kWarmUpRuns =
    3; ///< libraries choose their algorithms and reserve their memory before the recording

torch::Tensor pageLocked(at::IntArrayRef sizes, torch::ScalarType type, const Device& device) {
    return torch::empty(sizes, torch::TensorOptions().dtype(type).pinned_memory(device.device.is_cuda()));
}

/// The numbers of one picture in their order, as one row of results.
struct ResultColumns {
    std::int64_t width;
    std::int64_t height;
    bool hasLevels;

    std::int64_t found() const { return width * height; } ///< before it: the heatmap
    std::int64_t centre() const { return found() + kFoundPeaksInts; }
    std::int64_t corners() const { return centre() + kPeakSlots * 2; }
    std::int64_t side() const { return corners() + kPeakSlots * 8; }
    std::int64_t levels() const { return side() + 1; } ///< last, because not every network has them
};

Observation observationIn(const float* row, const ResultColumns& columns) {
    Heatmap heatmap{static_cast<int>(columns.width), static_cast<int>(columns.height), {}};
    heatmap.values.assign(row, row + columns.found());
    FoundPeaks found;
    std::memcpy(static_cast<void*>(&found), row + columns.found(), sizeof found); // integers among floats
    std::vector<Peak> peaks;
    for (int k = 0; k < found.count; ++k) {
        const int x = found.cells[k] % heatmap.width;
        const int y = found.cells[k] / heatmap.width;
        peaks.push_back({x, y, heatmap.at(x, y)});
    }
    return observationOf(std::move(heatmap), peaks,
                         {row + columns.centre(), row + columns.corners(),
                          columns.hasLevels ? row + columns.levels() : nullptr, row[columns.side()]});
}

} // namespace

CudaObserver::CudaObserver(std::shared_ptr<VerteNetImpl> network, const Device& device,
                           const CudaKernels& kernels)
    : m_network(std::move(network)), m_device(device), m_kernels(kernels), m_heads(*m_network->heads()),
      m_packing(m_network->options().inputWidth, m_network->options().inputHeight) {
    if (device.device.is_cuda())
        m_stream = c10::impl::VirtualGuardImpl(torch::kCUDA).getStreamFromGlobalPool(device.device, false);
}

KernelsOnStream CudaObserver::onStream() const {
    return {&m_kernels, m_stream ? m_stream->native_handle() : nullptr};
}

std::vector<Observation> CudaObserver::observe(std::span<const PictureToObserve> pictures,
                                               const StageReached& reached) {
    const torch::InferenceMode inference;
    std::optional<c10::StreamGuard> guard;
    if (m_stream) guard.emplace(*m_stream);
    Prepared& prepared = preparedFor(static_cast<std::int64_t>(pictures.size()));
    upload(pictures, prepared.input);
    if (reached) reached(ObservingStage::Prepared);
    if (prepared.graph)
        prepared.graph->replay();
    else
        prepared.results = compute(prepared.input);
    prepared.arrived.copy_(prepared.results, true);
    if (m_stream) m_stream->synchronize();
    if (reached) reached(ObservingStage::Computed);
    return read(prepared.arrived, pictures.size());
}

CudaObserver::Prepared& CudaObserver::preparedFor(std::int64_t batch) {
    const auto known = m_prepared.find(batch);
    if (known != m_prepared.end()) return known->second;
    Prepared prepared;
    const auto& options = m_network->options();
    prepared.input = torch::zeros({batch, 1, options.inputHeight, options.inputWidth},
                                  torch::TensorOptions(m_device.device).dtype(m_network->storedType()));
    for (int i = 0; i < kWarmUpRuns; ++i)
        prepared.results = compute(prepared.input);
    if (m_stream) m_stream->synchronize();
    prepared.arrived = pageLocked(prepared.results.sizes(), torch::kFloat, m_device);
    record(prepared);
    return m_prepared.emplace(batch, std::move(prepared)).first->second; // only what is whole is kept
}

void CudaObserver::record(Prepared& prepared) {
    auto graph = m_kernels.newGraph();
    try {
        graph->capture(
            [this, input = prepared.input, results = prepared.results] { results.copy_(compute(input)); });
        prepared.graph = std::move(graph);
    } catch (const c10::OutOfMemoryError&) {
        throw;
    } catch (const c10::Error& error) {
        logMessage(LogLevel::Warning,
                   std::string("the GPU's work could not be recorded and starts piece by piece, "
                               "which is slower: ") +
                       error.what_without_backtrace());
    }
}

void CudaObserver::upload(std::span<const PictureToObserve> pictures, const torch::Tensor& input) {
    m_packing.clear();
    for (const PictureToObserve& each : pictures)
        m_packing.add(*each.picture);
    const auto bytes = static_cast<std::int64_t>(m_packing.byteCount());
    if (!m_outgoing.defined() || m_outgoing.numel() < bytes) {
        m_outgoing = pageLocked({bytes}, torch::kByte, m_device);
        m_incoming = torch::empty({bytes}, torch::TensorOptions(m_device.device).dtype(torch::kByte));
    }
    m_packing.write(m_outgoing.mutable_data_ptr<std::uint8_t>());
    m_incoming.narrow(0, 0, bytes).copy_(m_outgoing.narrow(0, 0, bytes), true);
    const KernelsOnStream on = onStream();
    const auto* arrived = m_incoming.const_data_ptr<std::uint8_t>();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const InputShape shape{static_cast<int>(input.size(3)), static_cast<int>(input.size(2)),
                               pictures[i].isMirrored};
        torch::Tensor target = input[static_cast<std::int64_t>(i)];
        on.check(m_kernels.preprocess({m_packing.pictures()[i].at(arrived), target.mutable_data_ptr(), shape,
                                       input.scalar_type() == torch::kBFloat16},
                                      on.stream),
                 "resizing");
    }
}

torch::Tensor CudaObserver::compute(const torch::Tensor& input) {
    const VerteNetMaps maps = m_network->forward(input);
    const KernelsOnStream on = onStream();
    const torch::Tensor probabilities =
        torch::sigmoid(maps.heatmapLogits.to(torch::kFloat)).squeeze(1).contiguous();
    const torch::Tensor found = peaksOnGpu(probabilities, {}, on);
    const PeakReadings readings = m_heads.at(maps.features, found, on);
    std::vector<torch::Tensor> parts{probabilities.flatten(1), found.view(torch::kFloat),
                                     readings.centre.flatten(1), readings.corners.flatten(1),
                                     maps.sideLogit.to(torch::kFloat).unsqueeze(1)};
    if (readings.levels.defined()) parts.push_back(readings.levels.flatten(1));
    return torch::cat(parts, 1);
}

std::vector<Observation> CudaObserver::read(const torch::Tensor& results, std::size_t count) const {
    const auto& options = m_network->options();
    const ResultColumns columns{options.inputWidth / kOutputStride, options.inputHeight / kOutputStride,
                                options.hasLevelHead};
    const auto perPicture = static_cast<std::size_t>(results.size(1));
    const auto* first = results.const_data_ptr<float>();
    std::vector<Observation> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(observationIn(first + i * perPicture, columns));
    return out;
}

} // namespace vertescore
