// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/TiffHeader_p.h"

#include "core/io/ByteReader_p.h"

#include <algorithm>
#include <array>
#include <map>

namespace vertescore {
namespace {

constexpr std::uint64_t kWidthTag = 256;
constexpr std::uint64_t kHeightTag = 257;
constexpr std::uint64_t kBitsTag = 258;
constexpr std::uint64_t kCompressionTag = 259;
constexpr std::uint64_t kStripPlacesTag = 273;
constexpr std::uint64_t kSamplesTag = 277;
constexpr std::uint64_t kStripRowsTag = 278;
constexpr std::uint64_t kStripSizesTag = 279;
constexpr std::uint64_t kTileWidthTag = 322;
constexpr std::uint64_t kTileHeightTag = 323;
constexpr std::uint64_t kTilePlacesTag = 324;
constexpr std::uint64_t kTileSizesTag = 325;

/// From here on a strip is said to hold the whole picture (TIFF 6.0, RowsPerStrip).
constexpr std::uint64_t kAllRows = 1ULL << 31;

// More could not be read afterwards, and would cost memory first.
constexpr std::uint64_t kMostBits = 16;
constexpr std::uint64_t kMostSamples = 4;
constexpr std::uint64_t kMostEntries = 4096;

/// None, LZW, JPEG, Deflate (both numbers), PackBits: what scanners and programs write. The rare ones are
/// where decoders have been at fault most often.
constexpr std::array<std::uint64_t, 6> kCompressions{1, 5, 7, 8, 32946, 32773};

/// One entry of a directory: where its numbers are and how wide each is.
struct Entry {
    std::uint64_t count = 0;
    std::uint64_t at = 0;
    std::uint64_t width = 4;
};

std::uint64_t widthOf(std::uint64_t type) {
    switch (type) {
    case 1: // BYTE
    case 6: // SBYTE
        return 1;
    case 3: // SHORT
    case 8: // SSHORT
        return 2;
    case 16: // LONG8
    case 17: // SLONG8
    case 18: // IFD8
        return 8;
    default:
        return 4;
    }
}

class Directory {
public:
    explicit Directory(std::string_view bytes)
        : m_bytes(bytes), m_reader(bytes, bytes.starts_with("II") ? std::endian::little : std::endian::big) {}

    Status read() {
        const bool isBig = m_reader.number(2, 2) == 43;
        const std::uint64_t wordBytes = isBig ? 8 : 4;
        const auto start = m_reader.number(isBig ? 8 : 4, wordBytes);
        const std::uint64_t countBytes = isBig ? 8 : 2;
        const auto count = start ? m_reader.number(*start, countBytes) : std::nullopt;
        if (!count) return failure(ErrorCode::FileTruncated, "the TIFF ends before its directory");
        if (*count > kMostEntries)
            return failure(ErrorCode::FileMalformed, "the directory of the TIFF is too long");
        for (std::uint64_t i = 0; i < *count; ++i)
            if (!readEntry(*start + countBytes + i * (12 + (isBig ? 8 : 0)), wordBytes))
                return failure(ErrorCode::FileTruncated, "the TIFF ends within its directory");
        return {};
    }

    std::uint64_t number(std::uint64_t tag, std::uint64_t otherwise) const {
        const auto found = m_entries.find(tag);
        if (found == m_entries.end()) return otherwise;
        return m_reader.number(found->second.at, found->second.width).value_or(0);
    }

    /// Whether every strip or tile lies within the file (decoders fill what is cut off without a word), and
    /// all together are no more than the file (else it would be read many times over).
    bool hasAllPieces() const {
        const Entry places = entry(kStripPlacesTag, kTilePlacesTag),
                    sizes = entry(kStripSizesTag, kTileSizesTag);
        std::uint64_t sum = 0;
        for (std::uint64_t i = 0; i < std::max(places.count, sizes.count); ++i) {
            const auto place = m_reader.number(places.at + i * places.width, places.width);
            const auto size = m_reader.number(sizes.at + i * sizes.width, sizes.width);
            if (!place || !size || *place > m_bytes.size() || *size > m_bytes.size() - *place) return false;
            sum += *size;
            if (sum > m_bytes.size()) return false;
        }
        return true;
    }

private:
    bool readEntry(std::uint64_t at, std::uint64_t wordBytes) {
        const auto tag = m_reader.number(at, 2), type = m_reader.number(at + 2, 2),
                   count = m_reader.number(at + 4, wordBytes);
        if (!tag || !type || !count) return false;
        Entry entry{*count, at + 4 + wordBytes, widthOf(*type)};
        if (entry.count > wordBytes / entry.width) {
            const auto place = m_reader.number(entry.at, wordBytes);
            if (!place) return false;
            entry.at = *place;
        }
        m_entries.try_emplace(*tag, entry); // of several the first counts, as decoders have it
        return true;
    }

    Entry entry(std::uint64_t tag, std::uint64_t orTag) const {
        for (const std::uint64_t one : {tag, orTag})
            if (const auto found = m_entries.find(one); found != m_entries.end()) return found->second;
        return {};
    }

    std::string_view m_bytes;
    ByteReader m_reader;
    std::map<std::uint64_t, Entry> m_entries;
};

} // namespace

Result<RasterSize> readTiffHeader(std::string_view bytes) {
    Directory directory(bytes);
    if (const Status read = directory.read(); !read) return failure(read.error());
    const std::uint64_t bits = directory.number(kBitsTag, 1), samples = directory.number(kSamplesTag, 1);
    if (bits > kMostBits || samples > kMostSamples)
        return failure(ErrorCode::UnsupportedPixels, std::to_string(samples) + " values of " +
                                                         std::to_string(bits) + " bits a pixel in a TIFF");
    const std::uint64_t compression = directory.number(kCompressionTag, 1);
    if (std::find(kCompressions.begin(), kCompressions.end(), compression) == kCompressions.end())
        return failure(ErrorCode::UnsupportedPixels,
                       "compression " + std::to_string(compression) + " in a TIFF");
    if (!directory.hasAllPieces())
        return failure(ErrorCode::FileTruncated, "the TIFF ends within its pixels");
    const std::uint64_t width = directory.number(kWidthTag, 0);
    const std::uint64_t stripRows = directory.number(kStripRowsTag, kAllRows);
    return RasterSize{width, directory.number(kHeightTag, 0), directory.number(kTileWidthTag, width),
                      directory.number(kTileHeightTag, stripRows < kAllRows ? stripRows : 0)};
}

} // namespace vertescore
