// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/io/ScanReader.h"

#include <opencv2/imgcodecs.hpp>

namespace vertescore {
namespace {

/// pixels: of the given OpenCV type, row-major without gaps.
Status writePixels(const std::filesystem::path& path, int width, int height, int type, const void* pixels) {
    std::vector<unsigned char> bytes;
    try {
        const cv::Mat borrowed(height, width, type, const_cast<void*>(pixels));
        if (!cv::imencode(".png", borrowed, bytes)) return failure(ErrorCode::Internal, "PNG encoder", path);
    } catch (const cv::Exception& error) {
        return failure(ErrorCode::Internal, error.err, path);
    }
    return writeFileAtomically(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace

Status writePng(const std::filesystem::path& path, const Scan& scan, int bits) {
    if (bits == 8) return writePng(path, renderDisplay(scan.image, scan.pipeline));
    if (bits != 16)
        return failure(ErrorCode::InvalidArgument, "8 or 16 bits, not " + std::to_string(bits), path);
    const auto pixels = renderDisplay16(scan.image, scan.pipeline);
    return writePixels(path, scan.image.width, scan.image.height, CV_16U, pixels.data());
}

Status writePng(const std::filesystem::path& path, const DisplayImage& image) {
    return writePixels(path, image.width, image.height, CV_8U, image.pixels.data());
}

} // namespace vertescore
