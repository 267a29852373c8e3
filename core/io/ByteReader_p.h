// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vertescore {

/// Unsigned numbers from a byte string in one byte order; beyond its end there is nothing. Borrows the bytes.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes, std::endian order = std::endian::big)
        : m_bytes(bytes), m_order(order) {}

    /// count: 1...8 bytes.
    std::optional<std::uint64_t> number(std::uint64_t at, std::uint64_t count) const {
        if (at > m_bytes.size() || m_bytes.size() - at < count) return std::nullopt;
        std::uint64_t value = 0;
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t place = at + (m_order == std::endian::little ? count - 1 - i : i);
            value = value << 8 | static_cast<unsigned char>(m_bytes[static_cast<std::size_t>(place)]);
        }
        return value;
    }

private:
    std::string_view m_bytes;
    std::endian m_order;
};

} // namespace vertescore
