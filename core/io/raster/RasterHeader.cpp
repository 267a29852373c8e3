// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/RasterHeader_p.h"

#include "core/io/ByteReader_p.h"
#include "core/io/raster/JpegHeader_p.h"
#include "core/io/raster/TiffHeader_p.h"

#include <zlib.h>

namespace vertescore {
namespace {

constexpr std::uint64_t kPngSignatureBytes = 8;
constexpr std::uint64_t kPngFrameBytes = 12; ///< length, type and checksum around a chunk's content
constexpr std::size_t kMostPackedNotes =
    16; ///< each may unpack to eight million bytes, which the decoder keeps

/// Texts and profiles, compressed beside the picture.
bool isPackedNote(std::string_view type) {
    return type == "zTXt" || type == "iTXt" || type == "iCCP";
}

Result<RasterSize> readPng(std::string_view bytes) {
    const ByteReader reader(bytes);
    RasterSize size;
    std::size_t packedNotes = 0;
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
        const bool isFirst = at == kPngSignatureBytes;
        if (isFirst != (type == "IHDR") || (isFirst && *length < 8))
            return failure(ErrorCode::FileMalformed, "the PNG does not begin with its header");
        if (isFirst) size = {*reader.number(at + 8, 4), *reader.number(at + 12, 4)};
        if (isPackedNote(type) && ++packedNotes > kMostPackedNotes)
            return failure(ErrorCode::FileTooLarge,
                           "more than " + std::to_string(kMostPackedNotes) + " compressed texts in a PNG");
        if (type == "IEND") return size;
        at += *length + kPngFrameBytes;
    }
}

Result<RasterSize> readJpeg(std::string_view bytes) {
    const auto header = readJpegHeader(bytes);
    if (!header) return failure(header.error());
    return RasterSize{header->width, header->height, 0, 0};
}

} // namespace

Result<RasterSize> readRasterHeader(std::string_view bytes, ScanKind kind) {
    auto size = kind == ScanKind::Png    ? readPng(bytes)
                : kind == ScanKind::Jpeg ? readJpeg(bytes)
                                         : readTiffHeader(bytes);
    if (size && (size->width == 0 || size->height == 0))
        return failure(ErrorCode::FileMalformed, "the picture has no size");
    return size;
}

} // namespace vertescore
