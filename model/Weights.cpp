// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Weights.h"

#include "model/network/encoders/EncoderNames.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

namespace vertescore {
namespace {

constexpr std::string_view kFormat = "vertescore-vertenet-1";
constexpr std::string_view kCounter = "num_batches_tracked";
/// What a simpler network may lack: blocks of the decoder, the level head.
constexpr std::array<std::string_view, 2> kGrowing{"fusion", "heads.level"};

torch::ScalarType scalarType(TensorType type) {
    switch (type) {
    case TensorType::U8:
        return torch::kUInt8;
    case TensorType::U16:
        return torch::kUInt16;
    case TensorType::I64:
        return torch::kLong;
    case TensorType::F16:
        return torch::kHalf;
    case TensorType::BF16:
        return torch::kBFloat16;
    case TensorType::F32:
        return torch::kFloat;
    case TensorType::F64:
        return torch::kDouble;
    }
    return torch::kFloat;
}

bool mayBeNew(std::string_view name) {
    return std::any_of(kGrowing.begin(), kGrowing.end(),
                       [&](std::string_view part) { return name.starts_with(part); });
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string shapeText(at::IntArrayRef shape) {
    std::ostringstream text;
    text << shape; // "[64, 48, 3, 3]"
    return text.str();
}

/// Text of the metadata, or nothing.
std::optional<std::string> entryOf(const SafetensorsFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end()) return std::nullopt;
    return found->second;
}

std::optional<int> numberOf(const SafetensorsFile& file, const std::string& key) {
    const auto text = entryOf(file, key);
    int value = 0;
    if (!text) return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
    return value;
}

bool isSensible(const VerteNetOptions& o) {
    const auto isSide = [](int side) {
        return side >= kInputMultiple && side <= 8192 && side % kInputMultiple == 0;
    };
    return isSide(o.inputHeight) && isSide(o.inputWidth) && o.reduction >= 1 && o.reduction <= 16 &&
           o.window >= 1 && o.window <= 64 && !(o.samePadding && o.encoder == EncoderKind::ResNet34);
}

using State = std::vector<std::pair<std::string, torch::Tensor>>;
using Given =
    std::map<std::string, const TensorView*>; ///< tensors of a file by the names of a module's state

Given givenBy(const SafetensorsFile& file, const std::string& prefix) {
    Given given;
    for (const auto& [name, view] : file.tensors())
        if (name.starts_with(prefix) && !endsWith(name, kCounter)) given[name.substr(prefix.size())] = &view;
    return given;
}

/// Every way in which the file and the state differ, one per line; empty when they fit.
std::string differences(const Given& given, const State& state, bool mayGrow) {
    std::string text;
    std::set<std::string> known;
    for (const auto& [name, tensor] : state) {
        known.insert(name);
        const auto found = given.find(name);
        if (found == given.end()) {
            if (!mayGrow || !mayBeNew(name)) text += "missing: " + name + "\n";
        } else if (at::IntArrayRef(found->second->shape) != tensor.sizes()) {
            text += "mis-shaped: " + name + " is " + shapeText(found->second->shape) + ", should be " +
                    shapeText(tensor.sizes()) + "\n";
        }
    }
    for (const auto& [name, view] : given)
        if (!known.contains(name)) text += "unexpected: " + name + "\n";
    if (!text.empty()) text.pop_back();
    return text;
}

/// The file's own memory as a tensor where it may be used so, else a copy.
torch::Tensor borrowed(const TensorView& view) {
    const auto address = reinterpret_cast<std::uintptr_t>(view.bytes.data());
    if (view.bytes.empty() || address % bytesPerElement(view.type) != 0) return tensorOf(view);
    return torch::from_blob(const_cast<char*>(view.bytes.data()), view.shape, scalarType(view.type));
}

Status copyState(const Given& given, const State& state, bool mayGrow) {
    std::string text = differences(given, state, mayGrow);
    if (!text.empty()) return failure(ErrorCode::WeightsMismatch, std::move(text));
    const torch::NoGradGuard noGrad;
    std::ostringstream unusable;
    for (const auto& [name, view] : given)
        if (!borrowed(*view).isfinite().all().item<bool>()) unusable << "not finite: " << name << '\n';
    text = unusable.str();
    if (!text.empty()) {
        text.pop_back();
        return failure(ErrorCode::WeightsMalformed, std::move(text));
    }
    for (const auto& [name, tensor] : state) {
        const auto found = given.find(name);
        if (found == given.end()) continue;
        torch::Tensor target = tensor;
        target.copy_(borrowed(*found->second));
    }
    return {};
}

} // namespace

Result<VerteNetOptions> networkOptionsOf(const SafetensorsFile& file) {
    const auto bad = [](const std::string& what) { return failure(ErrorCode::WeightsMalformed, what); };
    if (entryOf(file, "format") != kFormat)
        return bad("not weights of this program: no format " + std::string(kFormat));
    const auto encoder = encoderKindFromName(entryOf(file, "encoder").value_or(""));
    const auto decoder = decoderKindFromName(entryOf(file, "decoder").value_or(""));
    const auto reduction = numberOf(file, "reduction");
    const auto window = numberOf(file, "window");
    const auto height = numberOf(file, "inputHeight");
    const auto width = numberOf(file, "inputWidth");
    const auto padding = numberOf(file, "samePadding");
    const int levelHead = numberOf(file, "levelHead").value_or(0); // unknown to older files
    if (!encoder || !decoder || !reduction || !window || !height || !width || !padding)
        return bad("the metadata does not describe the network");
    const VerteNetOptions options{*encoder, *decoder, *reduction,    *window,
                                  *height,  *width,   *padding != 0, levelHead != 0};
    if (!isSensible(options)) return bad("the metadata describes an impossible network");
    return options;
}

WeightsCard cardOf(const SafetensorsFile& file) {
    return {entryOf(file, "name").value_or("unnamed"), entryOf(file, "training").value_or(""),
            entryOf(file, "metrics").value_or(""), numberOf(file, "step").value_or(0),
            entryOf(file, "version").value_or("")};
}

std::map<std::string, std::string> metadataFor(const VerteNetOptions& o, const WeightsCard& card) {
    return {{"format", std::string(kFormat)},
            {"encoder", std::string(encoderKindName(o.encoder))},
            {"decoder", std::string(decoderKindName(o.decoder))},
            {"reduction", std::to_string(o.reduction)},
            {"window", std::to_string(o.window)},
            {"inputHeight", std::to_string(o.inputHeight)},
            {"inputWidth", std::to_string(o.inputWidth)},
            {"samePadding", o.samePadding ? "1" : "0"},
            {"levelHead", o.hasLevelHead ? "1" : "0"},
            {"name", card.name},
            {"training", card.training},
            {"metrics", card.metrics},
            {"step", std::to_string(card.step)},
            {"version", card.version}};
}

std::vector<std::pair<std::string, torch::Tensor>> stateOf(const torch::nn::Module& module) {
    State state;
    for (const auto& item : module.named_parameters())
        state.emplace_back(item.key(), item.value());
    for (const auto& item : module.named_buffers())
        if (!endsWith(item.key(), kCounter)) state.emplace_back(item.key(), item.value());
    return state;
}

torch::Tensor tensorOf(const TensorView& view) {
    torch::Tensor tensor = torch::empty(view.shape, scalarType(view.type));
    std::copy(view.bytes.begin(), view.bytes.end(), static_cast<char*>(tensor.data_ptr()));
    return tensor;
}

Status loadState(const SafetensorsFile& file, const std::string& prefix, torch::nn::Module& module) {
    return copyState(givenBy(file, prefix), stateOf(module), false);
}

Status loadStateGrowing(const SafetensorsFile& file, torch::nn::Module& module) {
    return copyState(givenBy(file, ""), stateOf(module), true);
}

Result<std::vector<std::string>> loadEncoder(const SafetensorsFile& file, EncoderKind kind,
                                             FeatureEncoder& encoder) {
    Given given;
    std::vector<std::string> leftOut;
    for (const auto& [theirs, view] : givenBy(file, "")) {
        const auto name = encoderTensorName(kind, theirs);
        if (name)
            given[*name] = view;
        else
            leftOut.push_back(theirs);
    }
    if (const Status copied = copyState(given, stateOf(encoder), false); !copied)
        return failure(copied.error());
    return leftOut;
}

void TensorBytes::add(std::string name, const torch::Tensor& tensor, TensorType type) {
    const torch::Tensor& kept = m_kept.emplace_back(
        tensor.detach().to(torch::kCPU, scalarType(type)).contiguous(torch::MemoryFormat::Contiguous));
    m_tensors.push_back(
        {std::move(name),
         {type, kept.sizes().vec(), {static_cast<const char*>(kept.const_data_ptr()), kept.nbytes()}}});
}

Status saveWeights(const std::filesystem::path& path, const VerteNetImpl& network, const WeightsCard& card,
                   TensorType storage) {
    TensorBytes bytes;
    for (const auto& [name, tensor] : stateOf(network)) {
        // Statistics and scales are few and sensitive; matrices are many and are not.
        bytes.add(name, tensor, tensor.dim() > 1 ? storage : TensorType::F32);
    }
    return writeSafetensors(path, bytes.tensors(), metadataFor(network.options(), card));
}

} // namespace vertescore
