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

/// 0...15, or something else for what is no lower-case digit.
int digitOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

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
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * sizeof(Sha256Digest));
    for (const auto byte : digest()) {
        text.push_back(kDigits[byte >> 4]);
        text.push_back(kDigits[byte & 15]);
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
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = digitOf(hex[2 * i]);
        const int low = digitOf(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<unsigned char>(high * 16 + low);
    }
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
