// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vertescore {

using Sha256Digest = std::array<unsigned char, 32>;

/// SHA-256 of bytes that come piece by piece (FIPS 180-4). A value: a copy goes on from the same state. One
/// thread.
class Sha256 {
public:
    void add(std::string_view bytes);
    /// Of everything added so far; more may be added afterwards.
    Sha256Digest digest() const;
    std::string hex() const; ///< the same as 64 lower-case hexadecimal digits

private:
    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> m_pending{}; ///< the block that is not full yet
    std::size_t m_pendingBytes = 0;
    std::uint64_t m_totalBytes = 0;
};

/// SHA-256 of one piece, as 64 lower-case hexadecimal digits. Any thread.
std::string sha256Hex(std::string_view bytes);

std::string sha256Hex(const Sha256Digest& digest); ///< the digits that hex() gives of it

/// Of the digits that hex() gives; nothing for any other text.
std::optional<Sha256Digest> sha256FromHex(std::string_view hex);

/// HMAC-SHA-256 (RFC 2104) as 64 lower-case hexadecimal digits. Any thread.
std::string hmacSha256Hex(std::string_view key, std::string_view message);

} // namespace vertescore
