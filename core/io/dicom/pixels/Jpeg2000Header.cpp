// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/Jpeg2000Header_p.h"

#include "core/io/ByteReader_p.h"

#include <algorithm>

namespace vertescore::dicom {
namespace {

constexpr std::uint64_t kSize = 0xff51, kCoding = 0xff52, kComponentCoding = 0xff53;
constexpr std::uint64_t kStartOfTile = 0xff90, kStartOfPixels = 0xff93, kEnd = 0xffd9;

constexpr std::uint64_t kPixelsPerTile = 4096; ///< on average at least: encoders use 256 x 256 and more
constexpr std::uint64_t kMostTilesAnyway = 64;
constexpr std::uint64_t kMostPrecincts = 1U << 18;
constexpr std::uint64_t kMostPackets = 1U << 22; ///< precincts of all quality layers
constexpr std::uint64_t kMostBlocks = 1U << 20;
constexpr std::uint64_t kMostLevels = 32;

std::uint64_t shares(std::uint64_t whole, std::uint64_t part) {
    return (whole + part - 1) / part;
}

class PartCounter {
public:
    explicit PartCounter(std::string_view stream) : m_reader(stream) {}

    Status run() {
        if (!readSize()) return failure(ErrorCode::CorruptPixels, "the JPEG 2000 header ends too early");
        if (m_tiles > std::max(kMostTilesAnyway, m_width * m_height / kPixelsPerTile))
            return tooMany("tiles");
        for (std::uint64_t at = 2;;) {
            const auto marker = m_reader.number(at, 2);
            if (!marker || *marker == kEnd) return {}; // what is cut off is the decoder's to say
            if (*marker == kStartOfPixels) {
                if (m_tileEnd <= at) return {}; // up to the end of the file
                at = m_tileEnd;
                continue;
            }
            const auto length = m_reader.number(at + 2, 2);
            if (!length || *length < 2) return {};
            if (const Status read = readSegment(*marker, at); !read) return read;
            at += 2 + *length;
        }
    }

private:
    static Status tooMany(const std::string& what) {
        return failure(ErrorCode::FileTooLarge, "too many " + what + " in a JPEG 2000 picture");
    }

    std::uint64_t number(std::uint64_t at, std::uint64_t count) const {
        return m_reader.number(at, count).value_or(0);
    }

    /// SIZ stands right after SOC; places from the start of the stream.
    bool readSize() {
        if (number(2, 2) != kSize || !m_reader.number(40, 2)) return false;
        const std::uint64_t right = number(8, 4), bottom = number(12, 4);
        const std::uint64_t tileWidth = number(24, 4), tileHeight = number(28, 4);
        const std::uint64_t tileLeft = number(32, 4), tileTop = number(36, 4);
        if (tileWidth == 0 || tileHeight == 0 || tileLeft >= right || tileTop >= bottom) return false;
        m_width = right - std::min(right, number(16, 4));
        m_height = bottom - std::min(bottom, number(20, 4));
        m_tiles = shares(right - tileLeft, tileWidth) * shares(bottom - tileTop, tileHeight);
        m_tileWidth = std::min(tileWidth, right);
        m_tileHeight = std::min(tileHeight, bottom);
        m_components = number(40, 2);
        return true;
    }

    Status readSegment(std::uint64_t marker, std::uint64_t at) {
        if (marker == kStartOfTile) {
            const std::uint64_t length = number(at + 6, 4);
            m_tileEnd = length == 0 ? 0 : at + length;
        }
        if (marker == kCoding) {
            m_layers = std::max(m_layers, number(at + 6, 2));
            return countParts(at + 9, (number(at + 4, 1) & 1) != 0);
        }
        if (marker == kComponentCoding) {
            const std::uint64_t indexBytes = m_components < 257 ? 1 : 2;
            return countParts(at + 5 + indexBytes, (number(at + 4 + indexBytes, 1) & 1) != 0);
        }
        return {};
    }

    /// at: the number of decomposition levels, then the block's width and height, style, transform, and of
    /// each resolution the precincts' size, all as powers of two.
    Status countParts(std::uint64_t at, bool hasPrecincts) {
        const std::uint64_t levels = number(at, 1);
        if (levels > kMostLevels) return failure(ErrorCode::CorruptPixels, "too many levels in JPEG 2000");
        const std::uint64_t blockPixels =
            1ULL << std::min<std::uint64_t>(number(at + 1, 1) + number(at + 2, 1) + 4, 20);
        std::uint64_t precincts = 0;
        for (std::uint64_t level = 0; level <= levels; ++level) {
            const std::uint64_t size = hasPrecincts ? number(at + 5 + level, 1) : 0xff;
            const std::uint64_t shrunk = 1ULL << (levels - level);
            precincts += shares(shares(m_tileWidth, shrunk), 1ULL << (size & 15)) *
                         shares(shares(m_tileHeight, shrunk), 1ULL << (size >> 4));
            if (precincts > kMostPrecincts) return tooMany("precincts");
        }
        const std::uint64_t all = precincts * m_tiles * m_components;
        if (all > kMostPrecincts + m_tiles * m_components * (levels + 1)) return tooMany("precincts");
        if (all * m_layers > kMostPackets) return tooMany("packets");
        if (m_width * m_height * m_components / blockPixels > kMostBlocks) return tooMany("blocks");
        return {};
    }

    ByteReader m_reader;
    std::uint64_t m_width = 0, m_height = 0;
    std::uint64_t m_tileWidth = 0, m_tileHeight = 0, m_tiles = 0;
    std::uint64_t m_components = 1;
    std::uint64_t m_layers = 1;
    std::uint64_t m_tileEnd = 0; ///< 0: not known
};

} // namespace

Status checkJpeg2000Parts(std::string_view stream) {
    return PartCounter(stream).run();
}

} // namespace vertescore::dicom
