// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/Scan.h"

#include "core/base/EnumNames.h"
#include "core/base/Sha256.h"

#include <array>

namespace vertescore {
namespace {

constexpr std::array<std::string_view, 4> kKindNames{"dicom", "png", "jpeg", "tiff"};

constexpr std::array<std::string_view, 7> kGroupNames{"hologic-4500a",    "hologic-horizon", "hologic-other",
                                                      "ge-single-energy", "ge-dual-energy",  "ge-other",
                                                      "unknown"};

constexpr std::array<std::string_view, 9> kWarningNames{
    "spacingInvalid", "spacingFromArea", "firstFrameOfMany", "colourReduced",      "noWindow",
    "notTypicalScan", "mayBeFrontal",    "burnedInText",     "presentationPartial"};

template <typename Enumeration, std::size_t Count>
std::string_view nameOf(const std::array<std::string_view, Count>& names, Enumeration value) {
    return names[static_cast<std::size_t>(value)];
}

} // namespace

std::string_view scanKindName(ScanKind kind) {
    return nameOf(kKindNames, kind);
}

std::string_view scannerGroupName(ScannerGroup group) {
    return nameOf(kGroupNames, group);
}

std::optional<ScannerGroup> scannerGroupFromName(std::string_view name) {
    return valueNamed<ScannerGroup>(kGroupNames, name);
}

std::string_view scanWarningName(ScanWarning warning) {
    return nameOf(kWarningNames, warning);
}

std::string pixelSha256(const GreyImage& image) {
    std::string bytes;
    bytes.reserve(8 + image.samples.size() * 2);
    for (const int side : {image.width, image.height})
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<char>(side >> shift & 0xff));
    for (const std::uint16_t sample : image.samples) {
        bytes.push_back(static_cast<char>(sample & 0xff));
        bytes.push_back(static_cast<char>(sample >> 8));
    }
    return sha256Hex(bytes);
}

} // namespace vertescore
