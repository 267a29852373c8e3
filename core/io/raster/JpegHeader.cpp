// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/JpegHeader_p.h"

#include "core/io/ByteReader_p.h"

#include <algorithm>

namespace vertescore {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kStartOfScan = 0xffda;
constexpr std::uint64_t kMostDecodedPixels = 1'000'000'000; ///< over all scans; encoders write some ten

bool isFrameHeader(std::uint64_t marker) {
    constexpr std::uint64_t kJpegLs = 0xfff7; // ISO/IEC 14495-1 C.2.2
    const bool isNoFrame = marker == 0xffc4 || marker == 0xffc8 || marker == 0xffcc;
    return (marker >= 0xffc0 && marker <= 0xffcf && !isNoFrame) || marker == kJpegLs;
}

/// Within a picture a 0xff is followed by 0 or a restart marker, so that this pair can only start a scan.
std::uint64_t countScans(std::string_view picture) {
    std::uint64_t count = 0;
    for (std::size_t at = picture.find("\xff\xda"sv); at != std::string_view::npos;
         at = picture.find("\xff\xda"sv, at + 2))
        ++count;
    return count;
}

tl::unexpected<Error> cutHeader() {
    return failure(ErrorCode::FileTruncated, "the JPEG ends within its header");
}

} // namespace

Result<JpegHeader> readJpegHeader(std::string_view stream) {
    const ByteReader reader(stream);
    JpegHeader header;
    for (std::uint64_t at = 2;;) {
        const auto marker = reader.number(at, 2);
        const auto length = reader.number(at + 2, 2);
        if (!marker || !length) return cutHeader();
        if (*marker >> 8 != 0xff) return failure(ErrorCode::FileMalformed, "the JPEG header is broken");
        if (*marker == 0xffff) { // a fill byte
            ++at;
            continue;
        }
        if (isFrameHeader(*marker)) {
            const auto bits = reader.number(at + 4, 1), height = reader.number(at + 5, 2),
                       width = reader.number(at + 7, 2);
            if (!bits || !height || !width) return cutHeader();
            header = {*width, *height, static_cast<int>(*bits)};
        }
        if (*marker == kStartOfScan) break;
        at += 2 + *length;
        if (at >= stream.size()) return cutHeader();
    }
    if (stream.rfind("\xff\xd9"sv) == std::string_view::npos)
        return failure(ErrorCode::FileTruncated, "the JPEG has no end");
    const std::uint64_t scans = countScans(stream);
    if (scans > kMostDecodedPixels / std::max<std::uint64_t>(1, header.width * header.height))
        return failure(ErrorCode::FileTooLarge,
                       "the JPEG goes over its picture " + std::to_string(scans) + " times");
    return header;
}

} // namespace vertescore
