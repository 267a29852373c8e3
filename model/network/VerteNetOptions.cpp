// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/VerteNetOptions.h"

namespace vertescore {

std::string_view encoderKindName(EncoderKind kind) {
    switch (kind) {
    case EncoderKind::EfficientNetV2S:
        return "efficientnet_v2_s";
    }
    return "";
}

std::optional<EncoderKind> encoderKindFromName(std::string_view name) {
    if (name == encoderKindName(EncoderKind::EfficientNetV2S)) return EncoderKind::EfficientNetV2S;
    return std::nullopt;
}

std::string_view decoderKindName(DecoderKind kind) {
    switch (kind) {
    case DecoderKind::Simple:
        return "simple";
    case DecoderKind::Drsa:
        return "drsa";
    case DecoderKind::Drca:
        return "drca";
    case DecoderKind::Mcfb:
        return "mcfb";
    }
    return "";
}

std::optional<DecoderKind> decoderKindFromName(std::string_view name) {
    for (const DecoderKind kind : kDecoderKinds)
        if (decoderKindName(kind) == name) return kind;
    return std::nullopt;
}

} // namespace vertescore
