// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/RasterReader_p.h"

#include "core/base/AtomicFile.h"
#include "core/io/raster/Decode_p.h"
#include "core/io/raster/Luminance_p.h"
#include "core/io/raster/RasterHeader_p.h"
#include "core/zip/ZipPath.h"

namespace vertescore {
namespace {

constexpr double kSmallestHeightToWidth = 1.2;

template <typename T>
void fillSamples(const cv::Mat& picture, GreyImage& image) {
    const int channels = picture.channels();
    auto sample = image.samples.begin();
    for (int y = 0; y < picture.rows; ++y) {
        const T* row = picture.ptr<T>(y);
        for (int x = 0; x < picture.cols; ++x, ++sample) {
            const T* pixel = row + x * channels;
            *sample = channels < 3 ? pixel[0] : luminance(pixel[2], pixel[1], pixel[0]); // blue first
        }
    }
}

Result<GreyImage> greyOf(const cv::Mat& picture) {
    GreyImage image{picture.cols, picture.rows, 0, std::vector<std::uint16_t>(picture.total())};
    if (picture.depth() == CV_8U)
        fillSamples<std::uint8_t>(picture, image);
    else if (picture.depth() == CV_16U)
        fillSamples<std::uint16_t>(picture, image);
    else
        return failure(ErrorCode::UnsupportedPixels, "neither 8 nor 16 bits without sign");
    return image;
}

} // namespace

Result<Scan> readRaster(const std::filesystem::path& path, ScanKind kind, const ReadOptions& options) {
    if (options.frame != 0)
        return failure(ErrorCode::InvalidArgument, "only the first frame of a picture is read");
    const auto inside = splitZipPath(path);
    const auto bytes =
        inside ? readZipped(*inside, options.maxFileBytes) : readFile(path, options.maxFileBytes);
    if (!bytes) return failure(bytes.error());
    const auto size = readRasterHeader(*bytes, kind);
    if (!size) return failure(size.error());
    for (const auto& [width, height] :
         {std::pair(size->width, size->height), std::pair(size->tileWidth, size->tileHeight)})
        if (width > options.maxPixels || (width > 0 && height > options.maxPixels / width))
            return failure(ErrorCode::FileTooLarge,
                           std::to_string(width) + " x " + std::to_string(height) + " pixels");
    const auto picture = decodePicture(*bytes);
    if (!picture) return failure(picture.error());
    if (picture->cols != static_cast<std::int64_t>(size->width) ||
        picture->rows != static_cast<std::int64_t>(size->height))
        return failure(ErrorCode::CorruptPixels, "the picture has another size than its header says");
    auto image = greyOf(*picture);
    if (!image) return failure(image.error());

    Scan scan;
    scan.image = std::move(*image);
    const int bits = picture->depth() == CV_8U ? 8 : 16;
    const bool isColour = picture->channels() >= 3;
    scan.source.bitsAllocated = scan.source.bitsStored = bits;
    scan.source.photometric = isColour ? "RGB" : "MONOCHROME2";
    // Eight bits are what was shown; sixteen come from a detector and say nothing about what to show.
    if (bits == 8) scan.pipeline.window = WindowLevel{127.5, 255, VoiFunction::LinearExact};
    if (isColour) scan.warnings.push_back(ScanWarning::ColourReduced);
    if (bits == 16) scan.warnings.push_back(ScanWarning::NoWindow);
    if (picture->rows < kSmallestHeightToWidth * picture->cols)
        scan.warnings.push_back(ScanWarning::NotTypicalScan);
    return scan;
}

} // namespace vertescore
