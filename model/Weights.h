// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/tensors/Safetensors.h"
#include "model/network/VerteNet.h"

namespace vertescore {

/// What stands beside the tensors in a weights file.
struct WeightsCard {
    std::string name;     ///< of the network, shown with every prediction
    std::string training; ///< what it was trained on, in words
    std::string metrics;  ///< JSON of an evaluation; may be empty
    std::int64_t step = 0;
    std::string version; ///< of the program that wrote it
};

/// Reads the options that the metadata must hold. Errors: WeightsMalformed.
Result<VerteNetOptions> networkOptionsOf(const SafetensorsFile& file);
WeightsCard cardOf(const SafetensorsFile& file);
std::map<std::string, std::string> metadataFor(const VerteNetOptions& options, const WeightsCard& card);

/// The module's parameters and buffers by name; counters that nothing reads are left out.
std::vector<std::pair<std::string, torch::Tensor>> stateOf(const torch::nn::Module& module);

/// Copies the tensors named prefix + name into the module. All fit, or nothing is copied: WeightsMismatch
/// lists every missing, unexpected and mis-shaped one, WeightsMalformed every one with a number that is not
/// finite. Half-precision tensors are widened.
Status loadState(const SafetensorsFile& file, const std::string& prefix, torch::nn::Module& module);

/// As loadState, but tensors of the fusion blocks may be missing: a decoder with more blocks than the file
/// keeps its own, untrained ones, which change nothing.
Status loadStateGrowing(const SafetensorsFile& file, torch::nn::Module& module);

/// Copies a state dict of torchvision or timm into an encoder, by their names. Returns the names of what only
/// a classifier has and is left out. Errors as loadState.
Result<std::vector<std::string>> loadEncoder(const SafetensorsFile& file, EncoderKind kind,
                                             FeatureEncoder& encoder);

/// The network's weights, stored as F32, BF16 or F16.
Status saveWeights(const std::filesystem::path& path, const VerteNetImpl& network, const WeightsCard& card,
                   TensorType storage);

/// Tensors and, for as long as it lives, their bytes in file order.
class TensorBytes {
public:
    void add(std::string name, const torch::Tensor& tensor, TensorType type);
    const std::vector<NamedTensor>& tensors() const { return m_tensors; }

private:
    std::vector<torch::Tensor> m_kept;
    std::vector<NamedTensor> m_tensors;
};

/// A view's numbers as a CPU tensor of its own type; copies.
torch::Tensor tensorOf(const TensorView& view);

} // namespace vertescore
