// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/Checkpoint.h"

#include "model/Weights.h"

#include <algorithm>

namespace vertescore {
namespace {

constexpr const char* kNetworkPrefix = "network.";
constexpr const char* kOptimizerPrefix = "optimizer.";

TensorType storageOf(const torch::Tensor& tensor) {
    return tensor.scalar_type() == torch::kLong ? TensorType::I64 : TensorType::F32;
}

} // namespace

Status saveCheckpoint(const std::filesystem::path& path, const VerteNetImpl& network,
                      const Optimizer& optimizer, std::int64_t step) {
    TensorBytes bytes;
    for (const auto& [name, tensor] : stateOf(network))
        bytes.add(kNetworkPrefix + name, tensor, storageOf(tensor));
    for (const auto& [name, tensor] : optimizer.state())
        bytes.add(kOptimizerPrefix + name, tensor, storageOf(tensor));
    WeightsCard card;
    card.name = "checkpoint";
    card.step = step;
    card.version = VERTESCORE_VERSION;
    return writeSafetensors(path, bytes.tensors(), metadataFor(network.options(), card));
}

Result<std::int64_t> loadCheckpoint(const std::filesystem::path& path, VerteNetImpl& network,
                                    Optimizer& optimizer) {
    const auto file = SafetensorsFile::read(path);
    if (!file) return failure(file.error());
    const auto options = networkOptionsOf(*file);
    if (!options) return failure(options.error().code, options.error().detail, path);
    if (*options != network.options())
        return failure(ErrorCode::WeightsMismatch, "the checkpoint belongs to a network of other options",
                       path);
    for (const auto& [name, tensor] : optimizer.state()) {
        const auto found = file->tensors().find(kOptimizerPrefix + name);
        if (found == file->tensors().end() || at::IntArrayRef(found->second.shape) != tensor.sizes())
            return failure(ErrorCode::WeightsMismatch, "missing or mis-shaped: " + name, path);
    }
    if (const Status loaded = loadState(*file, kNetworkPrefix, network); !loaded)
        return failure(loaded.error().code, loaded.error().detail, path);
    const torch::NoGradGuard noGrad;
    for (const auto& [name, tensor] : optimizer.state()) {
        torch::Tensor target = tensor;
        target.copy_(tensorOf(file->tensors().at(kOptimizerPrefix + name)));
    }
    return cardOf(*file).step;
}

} // namespace vertescore
