// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/VerteNetOptions.h"

#include "core/base/EnumNames.h"

namespace vertescore {

namespace {
constexpr std::array<std::string_view, 3> kEncoderNames{"efficientnet_v2_s", "resnet34", "efficientnet_b3"};
} // namespace

std::string_view encoderKindName(EncoderKind kind) {
    return kEncoderNames[static_cast<std::size_t>(kind)];
}

std::optional<EncoderKind> encoderKindFromName(std::string_view name) {
    return valueNamed<EncoderKind>(kEncoderNames, name);
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
