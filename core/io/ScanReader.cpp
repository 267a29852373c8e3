// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"

#include "core/dicom/DicomFile.h"
#include "core/io/dicom/DicomReader_p.h"
#include "core/io/raster/RasterReader_p.h"
#include "core/zip/ZipPath.h"

#include <algorithm>
#include <fstream>
#include <new>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t kSniffedBytes = 132; ///< preamble and "DICM"

Result<std::string> sniffZipped(const ZipPath& path) {
    auto start = readZippedStart(path, kSniffedBytes);
    if (start && start->empty()) return failure(ErrorCode::FileEmpty);
    if (start && looksLikeZip(*start))
        return failure(ErrorCode::UnsupportedFormat, "an archive within an archive is not opened");
    return start;
}

/// The first bytes of an existing, non-empty, not too large regular file.
Result<std::string> sniff(const fs::path& path, const ReadOptions& options) {
    if (const auto inside = splitZipPath(path)) return sniffZipped(*inside);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return failure(ErrorCode::FileNotFound);
    if (status.type() == fs::file_type::none) return failure(ErrorCode::FileUnreadable, error.message());
    if (!fs::is_regular_file(status)) return failure(ErrorCode::FileUnreadable, "not a regular file");
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return failure(ErrorCode::FileUnreadable, error.message());
    if (size == 0) return failure(ErrorCode::FileEmpty);
    if (size > options.maxFileBytes)
        return failure(ErrorCode::FileTooLarge, std::to_string(size) + " bytes, " +
                                                    std::to_string(options.maxFileBytes) + " are the most");
    std::string start(kSniffedBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(start.data(), static_cast<std::streamsize>(start.size())) && !file.eof())
        return failure(ErrorCode::FileUnreadable);
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

std::optional<ScanKind> kindOf(std::string_view start) {
    // DICOM first: its preamble may hold the start of a TIFF for viewers that know only that.
    if (dicom::looksLikeDicom(start)) return ScanKind::Dicom;
    if (start.starts_with("\x89PNG\r\n\x1a\n"sv)) return ScanKind::Png;
    if (start.starts_with("\xff\xd8\xff"sv)) return ScanKind::Jpeg;
    if (start.starts_with("II*\0"sv) || start.starts_with("MM\0*"sv) || start.starts_with("II+\0"sv) ||
        start.starts_with("MM\0+"sv))
        return ScanKind::Tiff;
    return std::nullopt;
}

/// What keeps an archive from standing for its files (listFiles).
Error whyNotZip(const fs::path& path) {
    const auto zip = ZipFile::open(path);
    if (!zip) return zip.error();
    return {ErrorCode::UnsupportedFormat, "an archive; name a scan in it, or open it as a whole", {}};
}

Result<Scan> readUnnamed(const fs::path& path, const ReadOptions& options) {
    const auto start = sniff(path, options);
    if (!start) return failure(start.error());
    if (looksLikeZip(*start)) return failure(whyNotZip(path));
    const auto kind = kindOf(*start);
    if (!kind)
        return failure(ErrorCode::UnsupportedFormat, "the content is neither DICOM, PNG, JPEG nor TIFF");
    auto scan = kind == ScanKind::Dicom ? readDicom(path, options) : readRaster(path, *kind, options);
    if (!scan) return scan;
    if (std::min(scan->image.width, scan->image.height) < kSmallestSide)
        return failure(ErrorCode::ImageTooSmall, std::to_string(scan->image.width) + " x " +
                                                     std::to_string(scan->image.height) + " pixels");
    scan->geometry.width = scan->image.width;
    scan->geometry.height = scan->image.height;
    scan->source.kind = *kind;
    scan->source.path = path;
    scan->pixelSha256 = pixelSha256(scan->image);
    return scan;
}

} // namespace

Result<Scan> readScan(const fs::path& path, const ReadOptions& options) {
    Result<Scan> scan = failure(ErrorCode::OutOfMemory);
    try {
        scan = readUnnamed(path, options);
    } catch (const std::bad_alloc&) {
        scan = failure(ErrorCode::OutOfMemory);
    } catch (const std::exception& error) { // a library's, on content that no check foresaw
        scan = failure(ErrorCode::FileMalformed, error.what());
    }
    if (!scan) scan.error().path = path;
    return scan;
}

} // namespace vertescore
