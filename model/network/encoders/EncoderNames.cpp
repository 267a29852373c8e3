// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/encoders/EncoderNames.h"

#include <regex>
#include <utility>

namespace vertescore {
namespace {

using Renaming = std::pair<std::string_view, std::string_view>; ///< timm's beginning, ours

// Layers of the four kinds of block, in timm's words and in torchvision's.
constexpr std::array<Renaming, 2> kSingleConvolution{{{"conv.", "0.0."}, {"bn1.", "0.1."}}};
constexpr std::array<Renaming, 4> kFused{
    {{"conv_exp.", "0.0."}, {"bn1.", "0.1."}, {"conv_pwl.", "1.0."}, {"bn2.", "1.1."}}};
constexpr std::array<Renaming, 6> kWithoutExpansion{{{"conv_dw.", "0.0."},
                                                     {"bn1.", "0.1."},
                                                     {"se.conv_reduce.", "1.fc1."},
                                                     {"se.conv_expand.", "1.fc2."},
                                                     {"conv_pw.", "2.0."},
                                                     {"bn2.", "2.1."}}};
constexpr std::array<Renaming, 8> kSeparable{{{"conv_pw.", "0.0."},
                                              {"bn1.", "0.1."},
                                              {"conv_dw.", "1.0."},
                                              {"bn2.", "1.1."},
                                              {"se.conv_reduce.", "2.fc1."},
                                              {"se.conv_expand.", "2.fc2."},
                                              {"conv_pwl.", "3.0."},
                                              {"bn3.", "3.1."}}};

template <std::size_t count>
std::optional<std::string> renamed(const std::array<Renaming, count>& table, const std::string& name) {
    for (const auto& [theirs, ours] : table)
        if (name.starts_with(theirs)) return std::string(ours) + name.substr(theirs.size());
    return std::nullopt;
}

std::optional<std::string> blockLayer(EncoderKind kind, int stage, const std::string& name) {
    if (kind == EncoderKind::EfficientNetB3)
        return stage == 0 ? renamed(kWithoutExpansion, name) : renamed(kSeparable, name);
    if (stage == 0) return renamed(kSingleConvolution, name);
    return stage <= 2 ? renamed(kFused, name) : renamed(kSeparable, name);
}

bool isOfClassifier(EncoderKind kind, const std::string& name) {
    const auto begins = [&name](std::string_view start) { return name.starts_with(start); };
    if (kind == EncoderKind::ResNet34) return begins("fc.");
    return begins("classifier.") || begins("conv_head.") || begins("bn2.") ||
           begins(kind == EncoderKind::EfficientNetV2S ? "features.7." : "features.8.");
}

} // namespace

std::optional<std::string> encoderTensorName(EncoderKind kind, const std::string& theirs) {
    if (isOfClassifier(kind, theirs)) return std::nullopt;
    if (kind == EncoderKind::ResNet34) return theirs;
    constexpr std::array<Renaming, 2> stem{{{"conv_stem.", "features.0.0."}, {"bn1.", "features.0.1."}}};
    if (auto name = renamed(stem, theirs)) return name;
    static const std::regex block(R"(blocks\.(\d)\.(\d+)\.(.+))");
    std::smatch parts;
    if (!std::regex_match(theirs, parts, block)) return theirs;
    const int stage = std::stoi(parts[1]);
    const auto layer = blockLayer(kind, stage, parts[3]);
    if (!layer) return theirs;
    return "features." + std::to_string(stage + 1) + "." + parts[2].str() + ".block." + *layer;
}

} // namespace vertescore
