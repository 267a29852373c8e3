// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/RasterHeader_p.h"

#include "core/io/ByteReader_p.h"
#include "core/io/raster/JpegHeader_p.h"

#include <zlib.h>

namespace vertescore {
namespace {

constexpr std::uint64_t kPngSignatureBytes = 8;
constexpr std::uint64_t kPngFrameBytes = 12; ///< length, type and checksum around a chunk's content

Result<RasterSize> readPng(std::string_view bytes) {
    const ByteReader reader(bytes);
    RasterSize size;
    for (std::uint64_t at = kPngSignatureBytes;;) {
        const auto length = reader.number(at, 4);
        if (!length || *length > bytes.size() || at + *length + kPngFrameBytes > bytes.size())
            return failure(ErrorCode::FileTruncated, "the PNG ends within a chunk");
        const auto checked =
            bytes.substr(static_cast<std::size_t>(at) + 4, static_cast<std::size_t>(*length) + 4);
        const auto sum =
            crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
        if (reader.number(at + 8 + *length, 4) != sum)
            return failure(ErrorCode::FileMalformed, "a PNG chunk does not match its checksum");
        const auto type = checked.substr(0, 4);
        if (type == "IHDR" && *length >= 8) size = {*reader.number(at + 8, 4), *reader.number(at + 12, 4)};
        if (type == "IEND") return size;
        at += *length + kPngFrameBytes;
    }
}

Result<RasterSize> readJpeg(std::string_view bytes) {
    const auto header = readJpegHeader(bytes);
    if (!header) return failure(header.error());
    return RasterSize{header->width, header->height};
}

constexpr std::uint64_t kTiffWidthTag = 256;
constexpr std::uint64_t kTiffHeightTag = 257;
constexpr std::uint64_t kTiffBitsTag = 258;
constexpr std::uint64_t kTiffStripPlacesTag = 273;
constexpr std::uint64_t kTiffSamplesTag = 277;
constexpr std::uint64_t kTiffStripSizesTag = 279;
constexpr std::uint64_t kTiffTilePlacesTag = 324;
constexpr std::uint64_t kTiffTileSizesTag = 325;

// More could not be read afterwards, and would cost memory first.
constexpr std::uint64_t kMostTiffBits = 16;
constexpr std::uint64_t kMostTiffSamples = 4;

/// One entry of a TIFF directory: where its numbers are and how wide each is.
struct TiffEntry {
    std::uint64_t tag = 0;
    std::uint64_t count = 0;
    std::uint64_t at = 0;
    std::uint64_t width = 4;
};

std::optional<TiffEntry> readTiffEntry(const ByteReader& reader, std::uint64_t at, std::uint64_t wordBytes) {
    const auto tag = reader.number(at, 2), type = reader.number(at + 2, 2),
               count = reader.number(at + 4, wordBytes);
    if (!tag || !type || !count) return std::nullopt;
    TiffEntry entry{*tag, *count, at + 4 + wordBytes, 4};
    if (*type == 3) entry.width = 2;  // SHORT
    if (*type == 16) entry.width = 8; // LONG8
    if (entry.count > wordBytes / entry.width) {
        const auto place = reader.number(entry.at, wordBytes);
        if (!place) return std::nullopt;
        entry.at = *place;
    }
    return entry;
}

/// Whether every strip or tile lies within the file: decoders fill what is cut off without a word.
bool hasAllPieces(const ByteReader& reader, const TiffEntry& places, const TiffEntry& sizes,
                  std::uint64_t fileBytes) {
    for (std::uint64_t i = 0; i < places.count; ++i) {
        const auto place = reader.number(places.at + i * places.width, places.width);
        const auto size = reader.number(sizes.at + i * sizes.width, sizes.width);
        if (!place || !size || *place > fileBytes || *size > fileBytes - *place) return false;
    }
    return true;
}

/// Classic TIFF and BigTIFF: the first directory.
Result<RasterSize> readTiff(std::string_view bytes) {
    const ByteReader reader(bytes, bytes.starts_with("II") ? std::endian::little : std::endian::big);
    const bool isBig = reader.number(2, 2) == 43;
    const std::uint64_t wordBytes = isBig ? 8 : 4;
    const auto directory = reader.number(isBig ? 8 : 4, wordBytes);
    const std::uint64_t countBytes = isBig ? 8 : 2;
    const std::uint64_t entryBytes = isBig ? 20 : 12;
    const auto entries = directory ? reader.number(*directory, countBytes) : std::nullopt;
    if (!entries) return failure(ErrorCode::FileTruncated, "the TIFF ends before its directory");
    RasterSize size;
    std::uint64_t bits = 1, samples = 1;
    TiffEntry places, sizes;
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const auto entry = readTiffEntry(reader, *directory + countBytes + i * entryBytes, wordBytes);
        if (!entry) return failure(ErrorCode::FileTruncated, "the TIFF ends within its directory");
        if (entry->tag == kTiffWidthTag) size.width = reader.number(entry->at, entry->width).value_or(0);
        if (entry->tag == kTiffHeightTag) size.height = reader.number(entry->at, entry->width).value_or(0);
        if (entry->tag == kTiffBitsTag) bits = reader.number(entry->at, entry->width).value_or(0);
        if (entry->tag == kTiffSamplesTag) samples = reader.number(entry->at, entry->width).value_or(0);
        if (entry->tag == kTiffStripPlacesTag || entry->tag == kTiffTilePlacesTag) places = *entry;
        if (entry->tag == kTiffStripSizesTag || entry->tag == kTiffTileSizesTag) sizes = *entry;
    }
    if (bits > kMostTiffBits || samples > kMostTiffSamples)
        return failure(ErrorCode::UnsupportedPixels, std::to_string(samples) + " values of " +
                                                         std::to_string(bits) + " bits a pixel in a TIFF");
    if (!hasAllPieces(reader, places, sizes, bytes.size()))
        return failure(ErrorCode::FileTruncated, "the TIFF ends within its pixels");
    return size;
}

} // namespace

Result<RasterSize> readRasterHeader(std::string_view bytes, ScanKind kind) {
    auto size = kind == ScanKind::Png    ? readPng(bytes)
                : kind == ScanKind::Jpeg ? readJpeg(bytes)
                                         : readTiff(bytes);
    if (size && (size->width == 0 || size->height == 0))
        return failure(ErrorCode::FileMalformed, "the picture has no size");
    return size;
}

} // namespace vertescore
