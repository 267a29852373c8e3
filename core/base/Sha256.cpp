// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include "core/base/hash/Sha256Blocks_p.h"

#include <algorithm>
#include <cstring>

namespace vertescore {
namespace {

const unsigned char* bytesOf(std::string_view text) {
    return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

constexpr std::string_view kDigits = "0123456789abcdef";

/// By character: 0...15, or more for what is no lower-case digit.
constexpr std::array<unsigned char, 256> kDigitOf = [] {
    std::array<unsigned char, 256> digits{};
    digits.fill(255);
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        digits[static_cast<unsigned char>(kDigits[i])] = static_cast<unsigned char>(i);
    return digits;
}();

std::string bytesOf(const Sha256Digest& digest) {
    return {digest.begin(), digest.end()};
}

Sha256Digest digestOf(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.digest();
}

} // namespace

void Sha256::add(std::string_view bytes) {
    m_totalBytes += bytes.size();
    if (m_pendingBytes > 0) {
        const std::size_t taken = std::min(bytes.size(), m_pending.size() - m_pendingBytes);
        std::memcpy(m_pending.data() + m_pendingBytes, bytes.data(), taken);
        m_pendingBytes += taken;
        bytes.remove_prefix(taken);
        if (m_pendingBytes < m_pending.size()) return;
        fastestSha256()(m_state, m_pending.data(), 1);
        m_pendingBytes = 0;
    }
    const std::size_t blocks = bytes.size() / m_pending.size();
    if (blocks > 0) fastestSha256()(m_state, bytesOf(bytes), blocks);
    bytes.remove_prefix(blocks * m_pending.size());
    if (!bytes.empty()) std::memcpy(m_pending.data(), bytes.data(), bytes.size());
    m_pendingBytes = bytes.size();
}

Sha256Digest Sha256::digest() const {
    constexpr std::size_t kLengthBytes = 8;
    std::array<unsigned char, 128> last{};
    std::memcpy(last.data(), m_pending.data(), m_pendingBytes);
    last[m_pendingBytes] = 0x80;
    const std::size_t blocks = m_pendingBytes + 1 + kLengthBytes <= m_pending.size() ? 1 : 2;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        last[blocks * m_pending.size() - 1 - i] = static_cast<unsigned char>(m_totalBytes * 8 >> 8 * i);
    auto state = m_state;
    fastestSha256()(state, last.data(), blocks);
    Sha256Digest digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<unsigned char>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string Sha256::hex() const {
    return sha256Hex(digest());
}

std::string sha256Hex(const Sha256Digest& digest) {
    std::string text(2 * digest.size(), '\0');
    for (std::size_t i = 0; i < digest.size(); ++i) {
        text[2 * i] = kDigits[digest[i] >> 4];
        text[2 * i + 1] = kDigits[digest[i] & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::optional<Sha256Digest> sha256FromHex(std::string_view hex) {
    Sha256Digest digest;
    if (hex.size() != 2 * digest.size()) return std::nullopt;
    unsigned char wrong = 0;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const auto high = kDigitOf[static_cast<unsigned char>(hex[2 * i])];
        const auto low = kDigitOf[static_cast<unsigned char>(hex[2 * i + 1])];
        wrong |= high | low;
        digest[i] = static_cast<unsigned char>(high << 4 | low);
    }
    if (wrong > 15) return std::nullopt;
    return digest;
}

std::string hmacSha256Hex(std::string_view key, std::string_view message) {
    constexpr std::size_t kBlockBytes = 64;
    std::string block(key.size() > kBlockBytes ? bytesOf(digestOf(key)) : std::string(key));
    block.resize(kBlockBytes, '\0');
    const auto padded = [&block](unsigned char pad) {
        std::string bytes = block;
        for (char& byte : bytes)
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ pad);
        return bytes;
    };
    const Sha256Digest inner = digestOf(padded(0x36) + std::string(message));
    return sha256Hex(padded(0x5c) + bytesOf(inner));
}

} // namespace vertescore
