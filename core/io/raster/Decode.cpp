// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/raster/Decode_p.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

#include <mutex>

namespace vertescore {
namespace {

int keepQuiet(int, const char*, const char*, const char*, int, void*) {
    return 0;
}

/// What goes wrong is told through Error; the libraries' own lines on stderr would come on top.
void silenceLibraries() {
    static std::once_flag once;
    std::call_once(once, [] {
        cv::redirectError(keepQuiet);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    });
}

} // namespace

Result<cv::Mat> decodePicture(std::string_view bytes) {
    silenceLibraries();
    try {
        // OpenCV takes a vector or a Mat; a Mat borrows the bytes and does not change them.
        const cv::Mat borrowed(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
        cv::Mat picture = cv::imdecode(borrowed, cv::IMREAD_UNCHANGED | cv::IMREAD_IGNORE_ORIENTATION);
        if (picture.empty()) return failure(ErrorCode::CorruptPixels);
        return picture;
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem) return failure(ErrorCode::OutOfMemory);
        return failure(ErrorCode::CorruptPixels, error.err);
    }
}

} // namespace vertescore
