// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/Rle_p.h"

#include "core/io/ByteReader_p.h"

#include <algorithm>

namespace vertescore::dicom {
namespace {

constexpr std::uint64_t kHeaderBytes = 64;
constexpr std::size_t kWordBytes = 4;
constexpr unsigned char kNothing = 0x80;

/// The bytes of a segment, each put `step` further on; false when there are too few for the picture.
bool unpack(std::string_view segment, std::uint8_t* to, std::size_t count, std::size_t step) {
    std::size_t written = 0;
    const auto put = [&](char byte) {
        if (written < count) to[written++ * step] = static_cast<std::uint8_t>(byte); // writers pad
    };
    for (std::size_t at = 0; at + 1 < segment.size() && written < count;) {
        const auto control = static_cast<unsigned char>(segment[at++]);
        if (control == kNothing) continue;
        if (control < kNothing) {
            const std::size_t literals = std::min<std::size_t>(control + 1U, segment.size() - at);
            for (std::size_t i = 0; i < literals; ++i)
                put(segment[at + i]);
            at += literals;
        } else {
            for (unsigned i = 0; i < 257U - control; ++i)
                put(segment[at]);
            ++at;
        }
    }
    return written == count;
}

} // namespace

Result<RawFrame> decodeRle(std::string_view stream, const PixelLayout& layout) {
    RawFrame raw;
    raw.cellBytes = layout.bitsAllocated / 8;
    raw.isPlanar = layout.samplesPerPixel > 1;
    raw.photometric = layout.photometric;
    const auto cellBytes = static_cast<std::size_t>(raw.cellBytes);
    const std::size_t segments = cellBytes * static_cast<std::size_t>(layout.samplesPerPixel);
    const ByteReader reader(stream, std::endian::little);
    if (reader.number(0, kWordBytes) != segments)
        return failure(ErrorCode::CorruptPixels, "RLE of another number of segments than values have bytes");
    raw.bytes.resize(layout.pixels() * segments);
    for (std::size_t i = 0; i < segments; ++i) {
        const std::uint64_t begin = reader.number(kWordBytes * (i + 1), kWordBytes).value_or(0);
        const bool isLast = i + 1 == segments;
        const std::uint64_t end =
            isLast ? stream.size() : reader.number(kWordBytes * (i + 2), kWordBytes).value_or(0);
        if (begin < kHeaderBytes || begin > end || end > stream.size())
            return failure(ErrorCode::CorruptPixels, "an RLE segment lies outside its frame");
        const std::string_view segment = stream.substr(begin, end - begin);
        const std::size_t plane = i / cellBytes * layout.pixels() * cellBytes;
        const std::size_t byte =
            cellBytes - 1 - i % cellBytes; // stored with the high byte first, kept low first
        if (!unpack(segment, raw.bytes.data() + plane + byte, layout.pixels(), cellBytes))
            return failure(ErrorCode::CorruptPixels, "an RLE segment ends before the picture does");
    }
    return raw;
}

} // namespace vertescore::dicom
