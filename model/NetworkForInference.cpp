// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/NetworkForInference.h"

#include "model/Guarded.h"
#include "model/Weights.h"

namespace vertescore {
namespace {

void prepare(VerteNetImpl& network, const Device& device) {
    const torch::NoGradGuard noGrad;
    network.eval();
    network.foldNormalisations();
    network.to(device.device, device.scalarType());
    useChannelsLast(network);
    if (device.device.is_cpu()) network.pack();
}

} // namespace

Result<std::shared_ptr<VerteNetImpl>> networkForInference(const SafetensorsFile& file, const Device& device) {
    const auto options = networkOptionsOf(file);
    if (!options) return failure(options.error());
    return guarded([&]() -> Result<std::shared_ptr<VerteNetImpl>> {
        auto network = std::make_shared<VerteNetImpl>(*options);
        if (const Status status = loadState(file, "", *network); !status) return failure(status.error());
        prepare(*network, device);
        return network;
    });
}

std::shared_ptr<VerteNetImpl> untrainedForInference(const VerteNetOptions& options, const Device& device) {
    auto network = std::make_shared<VerteNetImpl>(options);
    prepare(*network, device);
    return network;
}

} // namespace vertescore
