// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomUid.h"

#include "core/base/Assert.h"
#include "core/base/Sha256.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <random>

namespace vertescore::dicom {
namespace {

constexpr std::size_t kUuidBytes = 16;
constexpr std::size_t kLongestUid = 64;

using UuidBytes = std::array<unsigned, kUuidBytes>;

/// version: 4 for random bytes, 8 for bytes made by a rule of one's own (RFC 9562).
std::string uidOfBytes(UuidBytes bytes, unsigned version) {
    bytes[6] = (bytes[6] & 0x0fU) | version << 4;
    bytes[8] = (bytes[8] & 0x3fU) | 0x80U;
    std::string digits;
    while (std::any_of(bytes.begin(), bytes.end(), [](unsigned byte) { return byte != 0; })) {
        unsigned rest = 0;
        for (unsigned& byte : bytes) {
            const unsigned value = rest * 256 + byte;
            byte = value / 10;
            rest = value % 10;
        }
        digits.push_back(static_cast<char>('0' + rest));
    }
    std::reverse(digits.begin(), digits.end());
    return "2.25." + digits;
}

bool isComponent(std::string_view part) {
    return !part.empty() && (part.size() == 1 || part.front() != '0') &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string uidOfHash(std::string_view hex) {
    VERTESCORE_ASSERT(hex.size() >= 2 * kUuidBytes);
    UuidBytes bytes{};
    for (std::size_t i = 0; i < kUuidBytes; ++i)
        std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, bytes[i], 16);
    return uidOfBytes(bytes, 8);
}

std::string uidOf(std::string_view text) {
    return uidOfHash(sha256Hex(text));
}

std::string newUid() {
    std::random_device random;
    UuidBytes bytes{};
    for (unsigned& byte : bytes)
        byte = random() & 0xffU;
    return uidOfBytes(bytes, 4);
}

bool isUid(std::string_view text) {
    if (text.size() > kLongestUid) return false;
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!isComponent(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

} // namespace vertescore::dicom
