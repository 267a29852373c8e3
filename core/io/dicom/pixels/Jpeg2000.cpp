// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/Jpeg2000_p.h"

#include "core/io/ByteReader_p.h"
#include "core/io/dicom/pixels/Jpeg2000Header_p.h"
#include "core/io/raster/Decode_p.h"

#include <opencv2/core.hpp>

namespace vertescore::dicom {
namespace {

using namespace std::string_view_literals;

// Places in the SIZ segment, from the start of the codestream (ITU T.800 A.5.1).
constexpr std::size_t kImageSizeAt = 8;
constexpr std::size_t kImageOffsetAt = 16;
constexpr std::size_t kComponentCountAt = 40;
constexpr std::size_t kComponentsAt = 42;
constexpr std::size_t kComponentBytes = 3;
constexpr unsigned char kSignBit = 0x80;

struct Precision {
    int bits = 0;
    bool isSigned = false;
};

/// Checks the header against the data set before any memory is spent, and makes every component unsigned:
/// OpenCV decodes only those, and the standard puts 2^(bits-1) between the two (T.800 G.1), which is taken
/// off later.
Result<Precision> prepare(std::string& stream, const PixelLayout& layout) {
    const auto components = static_cast<std::size_t>(layout.samplesPerPixel);
    if (stream.size() < kComponentsAt + kComponentBytes * components)
        return failure(ErrorCode::CorruptPixels, "the JPEG 2000 header ends too early");
    const auto number = [reader = ByteReader(stream)](std::size_t at, std::size_t count) {
        return static_cast<std::int64_t>(reader.number(at, count).value_or(0));
    };
    const std::int64_t width = number(kImageSizeAt, 4) - number(kImageOffsetAt, 4);
    const std::int64_t height = number(kImageSizeAt + 4, 4) - number(kImageOffsetAt + 4, 4);
    if (width != layout.columns || height != layout.rows ||
        number(kComponentCountAt, 2) != layout.samplesPerPixel)
        return failure(ErrorCode::CorruptPixels,
                       "the JPEG 2000 picture has another size than the data set says");
    if (const Status parts = checkJpeg2000Parts(stream); !parts) return failure(parts.error());

    Precision precision;
    for (std::size_t i = 0; i < components; ++i) {
        char& depth = stream[kComponentsAt + kComponentBytes * i];
        const auto coded = static_cast<unsigned char>(depth);
        precision = {(coded & ~kSignBit & 0xff) + 1, (coded & kSignBit) != 0};
        depth = static_cast<char>(coded & ~kSignBit & 0xff);
    }
    if (precision.bits > layout.bitsAllocated)
        return failure(ErrorCode::UnsupportedPixels, std::to_string(precision.bits) + " bits in JPEG 2000");
    return precision;
}

} // namespace

Result<RawFrame> decodeJpeg2000(const std::string& stream, const PixelLayout& layout) {
    const std::size_t start = stream.find("\xff\x4f\xff\x51"sv);
    if (start == std::string::npos) return failure(ErrorCode::CorruptPixels, "no JPEG 2000 codestream");
    std::string bare = stream.substr(start);
    const auto precision = prepare(bare, layout);
    if (!precision) return failure(precision.error());
    const auto picture = decodePicture(bare);
    if (!picture) return failure(picture.error());
    if (picture->rows != layout.rows || picture->cols != layout.columns ||
        picture->channels() != layout.samplesPerPixel)
        return failure(ErrorCode::CorruptPixels, "JPEG 2000 gave another size than promised");

    RawFrame raw;
    raw.cellBytes = 2;
    raw.photometric = layout.samplesPerPixel == 3 && layout.photometric.starts_with("YBR_FULL")
                          ? layout.photometric
                      : layout.samplesPerPixel == 3 ? "RGB"
                                                    : layout.photometric;
    raw.bytes.reserve(layout.pixels() * static_cast<std::size_t>(2 * layout.samplesPerPixel));
    const int signOffset = precision->isSigned ? 1 << (precision->bits - 1) : 0;
    const int channels = picture->channels();
    cv::Mat cells; // of one row: the whole picture would need four times its memory
    for (int y = 0; y < picture->rows; ++y) {
        picture->row(y).convertTo(cells, CV_32S);
        const int* row = cells.ptr<int>();
        for (int x = 0; x < cells.cols; ++x) {
            for (int c = channels - 1; c >= 0; --c) { // OpenCV gives blue first
                const auto cell = static_cast<std::uint16_t>(row[x * channels + c] - signOffset);
                raw.bytes.push_back(static_cast<std::uint8_t>(cell & 0xff));
                raw.bytes.push_back(static_cast<std::uint8_t>(cell >> 8));
            }
        }
    }
    return raw;
}

} // namespace vertescore::dicom
