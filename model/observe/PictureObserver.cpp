// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/PictureObserver.h"

#include "core/base/Log.h"
#include "model/cuda/CudaObserver.h"
#include "model/cuda/LoadCudaKernels.h"

namespace vertescore {
namespace {

class PlainObserver final : public PictureObserver {
public:
    PlainObserver(std::shared_ptr<VerteNetImpl> network, const Device& device)
        : m_network(std::move(network)), m_device(device) {}

    std::vector<Observation> observe(std::span<const PictureToObserve> pictures,
                                     const StageReached& reached) override {
        std::vector<torch::Tensor> inputs;
        for (const PictureToObserve& each : pictures)
            inputs.push_back(toInput(
                resized(*each.picture, m_network->options().inputWidth, m_network->options().inputHeight),
                each.isMirrored));
        const torch::Tensor input = inputs.size() == 1 ? inputs.front() : torch::cat(inputs);
        if (reached) reached(ObservingStage::Prepared);
        return vertescore::observe(*m_network, input, m_device, [&] {
            if (reached) reached(ObservingStage::Computed);
        });
    }

private:
    std::shared_ptr<VerteNetImpl> m_network; ///< shared because torch's modules are
    Device m_device;
};

} // namespace

std::unique_ptr<PictureObserver> makePlainObserver(std::shared_ptr<VerteNetImpl> network,
                                                   const Device& device) {
    return std::make_unique<PlainObserver>(std::move(network), device);
}

std::unique_ptr<PictureObserver> makeObserver(std::shared_ptr<VerteNetImpl> network, const Device& device) {
    if (device.device.is_cuda()) {
        const auto kernels = loadCudaKernels();
        if (kernels) return std::make_unique<CudaObserver>(std::move(network), device, **kernels);
        logMessage(LogLevel::Warning,
                   "the GPU computes without our own kernels, which is slower: " + kernels.error().detail);
    }
    return makePlainObserver(std::move(network), device);
}

} // namespace vertescore
