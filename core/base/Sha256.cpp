// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace vertescore {
namespace {

// FIPS 180-4, 4.2.2.
constexpr std::array<std::uint32_t, 64> kRoundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::array<std::uint32_t, 64> messageSchedule(const unsigned char* block) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i) {
        const unsigned char* byte = block + 4 * i;
        w[i] = static_cast<std::uint32_t>(byte[0]) << 24 | static_cast<std::uint32_t>(byte[1]) << 16 |
               static_cast<std::uint32_t>(byte[2]) << 8 | static_cast<std::uint32_t>(byte[3]);
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
        const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    return w;
}

std::string bytesOfHex(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1])));
    return bytes;
}

} // namespace

void Sha256::digestBlock(const unsigned char* block) {
    const std::array<std::uint32_t, 64> w = messageSchedule(block);
    auto [a, b, c, d, e, f, g, h] = m_state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t first = h + s1 + ((e & f) ^ (~e & g)) + kRoundConstants[i] + w[i];
        const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t second = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<std::uint32_t, 8> round{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i)
        m_state[i] += round[i];
}

void Sha256::add(std::string_view bytes) {
    m_totalBytes += bytes.size();
    while (!bytes.empty()) {
        const std::size_t taken = std::min(bytes.size(), m_pending.size() - m_pendingBytes);
        std::memcpy(m_pending.data() + m_pendingBytes, bytes.data(), taken);
        m_pendingBytes += taken;
        bytes.remove_prefix(taken);
        if (m_pendingBytes < m_pending.size()) return;
        digestBlock(m_pending.data());
        m_pendingBytes = 0;
    }
}

std::string Sha256::hex() const {
    Sha256 last = *this;
    std::string padding(1, static_cast<char>(0x80));
    padding.append((119 - m_totalBytes % 64) % 64, '\0');
    const std::uint64_t bits = m_totalBytes * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        padding.push_back(static_cast<char>(bits >> shift & 0xff));
    last.add(padding);

    std::string text;
    for (const std::uint32_t word : last.m_state)
        for (int shift = 28; shift >= 0; shift -= 4)
            text.push_back("0123456789abcdef"[word >> shift & 0xf]);
    return text;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::string hmacSha256Hex(std::string_view key, std::string_view message) {
    constexpr std::size_t kBlockBytes = 64;
    std::string block(key.size() > kBlockBytes ? bytesOfHex(sha256Hex(key)) : std::string(key));
    block.resize(kBlockBytes, '\0');
    const auto padded = [&block](unsigned char pad) {
        std::string bytes = block;
        for (char& byte : bytes)
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ pad);
        return bytes;
    };
    const std::string inner = sha256Hex(padded(0x36) + std::string(message));
    return sha256Hex(padded(0x5c) + bytesOfHex(inner));
}

} // namespace vertescore
