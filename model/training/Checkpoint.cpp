// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/Checkpoint.h"

#include "model/Weights.h"

#include <array>
#include <charconv>

namespace vertescore {
namespace {

constexpr const char* kNetworkPrefix = "network.";
constexpr const char* kOptimizerPrefix = "optimizer.";

constexpr const char* kBestScore = "bestScore";

/// Reads back to the same double.
std::string exactText(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::optional<double> bestScoreOf(const SafetensorsFile& file) {
    const auto found = file.metadata().find(kBestScore);
    if (found == file.metadata().end()) return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

TensorType storageOf(const torch::Tensor& tensor) {
    return tensor.scalar_type() == torch::kLong ? TensorType::I64 : TensorType::F32;
}

} // namespace

Status saveCheckpoint(const std::filesystem::path& path, const VerteNetImpl& network,
                      const Optimizer& optimizer, const CheckpointNote& note) {
    TensorBytes bytes;
    for (const auto& [name, tensor] : stateOf(network))
        bytes.add(kNetworkPrefix + name, tensor, storageOf(tensor));
    for (const auto& [name, tensor] : optimizer.state())
        bytes.add(kOptimizerPrefix + name, tensor, storageOf(tensor));
    WeightsCard card;
    card.name = "checkpoint";
    card.step = note.step;
    card.version = VERTESCORE_VERSION;
    auto metadata = metadataFor(network.options(), card);
    if (note.bestScore) metadata[kBestScore] = exactText(*note.bestScore);
    return writeSafetensors(path, bytes.tensors(), metadata);
}

Result<CheckpointNote> loadCheckpoint(const std::filesystem::path& path, VerteNetImpl& network,
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
    return CheckpointNote{cardOf(*file).step, bestScoreOf(*file)};
}

} // namespace vertescore
