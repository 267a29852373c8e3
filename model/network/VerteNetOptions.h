// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace vertescore {

/// What reads the picture (variants of paper 000, Table VII).
enum class EncoderKind { EfficientNetV2S, ResNet34, EfficientNetB3 };
std::string_view encoderKindName(EncoderKind kind); ///< torchvision's: "efficientnet_v2_s", ...
std::optional<EncoderKind> encoderKindFromName(std::string_view name);

/// How a decoder level joins the skip map and the map from below (variants of paper 000, Table VIII).
enum class DecoderKind { Simple, Drsa, Drca, Mcfb };
inline constexpr std::array<DecoderKind, 4> kDecoderKinds{DecoderKind::Simple, DecoderKind::Drsa,
                                                          DecoderKind::Drca, DecoderKind::Mcfb};
std::string_view decoderKindName(DecoderKind kind); ///< "mcfb"
std::optional<DecoderKind> decoderKindFromName(std::string_view name);

/// One cell of the output maps covers kOutputStride x kOutputStride input pixels.
inline constexpr int kOutputStride = 4;
/// Input sides must be multiples of this.
inline constexpr int kInputMultiple = 32;

/// Everything that fixes the network's shape; stored in the metadata of its weights.
struct VerteNetOptions {
    EncoderKind encoder = EncoderKind::EfficientNetV2S;
    DecoderKind decoder = DecoderKind::Mcfb;
    int reduction = 2;      ///< r: the low branch of the attention sees the map pooled by this
    int window = 10;        ///< p: attention windows are p x p
    int inputHeight = 1024; ///< pixels; the size at which the weights were trained and are run
    int inputWidth = 512;   ///< pixels
    /// Asymmetric padding of strided convolutions and the wider normalisation epsilon, for weights that came
    /// from timm's tf_ models; the EfficientNets only.
    bool samePadding = false;
    /// A head, not in the paper, that says which vertebra a cell shows; see HeadsImpl::levelLogitsAt.
    bool hasLevelHead = false;

    friend bool operator==(const VerteNetOptions&, const VerteNetOptions&) = default;
};

} // namespace vertescore
