// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"

#include "core/base/AtomicFile.h"
#include "core/dicom/DicomStructure.h"
#include "core/dicom/DicomWalk_p.h"
#include "core/zip/ZipPath.h"

#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/oflog/oflog.h>

#include <array>
#include <fstream>
#include <mutex>
#include <sstream>
#include <vector>

namespace vertescore::dicom {
namespace {

constexpr std::size_t kPreambleBytes = 128;
constexpr std::size_t kMagicBytes = 4;
constexpr std::size_t kHeaderBytes = 65536; ///< far more than preamble and meta header take

/// A data set without preamble and meta header starts with a low group: 0002 or 0008, in either byte order,
/// and an element number that fits it.
bool startsLikeDataSet(std::string_view start) {
    if (start.size() < 8) return false;
    const auto byte = [start](std::size_t i) { return static_cast<unsigned char>(start[i]); };
    const bool isLittle = (byte(0) == 2 || byte(0) == 8) && byte(1) == 0 && byte(3) == 0;
    const bool isBig = byte(0) == 0 && byte(1) == 8 && byte(2) == 0;
    return isLittle || isBig;
}

bool isDicomFile(const std::filesystem::path& path) {
    std::array<char, kPreambleBytes + kMagicBytes> start;
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return looksLikeDicom({start.data(), static_cast<std::size_t>(file.gcount())});
}

bool isTruncation(const OFCondition& status) {
    return status == EC_StreamNotifyClient || status == EC_EndOfStream || status == EC_InvalidStream ||
           status == EC_ItemEnd || status == EC_SequEnd;
}

Error loadError(const OFCondition& status) {
    const ErrorCode code = isTruncation(status)           ? ErrorCode::FileTruncated
                           : status == EC_MemoryExhausted ? ErrorCode::OutOfMemory
                                                          : ErrorCode::FileMalformed;
    return {code, status.text(), std::nullopt};
}

} // namespace

bool looksLikeDicom(std::string_view start) {
    if (start.size() >= kPreambleBytes + kMagicBytes && start.substr(kPreambleBytes, kMagicBytes) == "DICM")
        return true;
    return start.starts_with("DICM") || startsLikeDataSet(start);
}

void prepareLibrary() {
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        dcmAcceptUnexpectedImplicitEncoding.set(OFTrue);
        dcmAutoDetectDatasetXfer.set(OFTrue);
    });
}

Result<std::unique_ptr<DcmFileFormat>> loadDicom(const std::filesystem::path& path) {
    prepareLibrary();
    if (const auto inside = splitZipPath(path)) {
        const auto bytes = readZipped(*inside);
        if (!bytes) return failure(bytes.error());
        return parseDicom(*bytes);
    }
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return failure(ErrorCode::FileNotFound);
    if (!isDicomFile(path)) return failure(ErrorCode::UnsupportedFormat, "no DICOM file");
    if (const Status safe = checkStructure(path); !safe) return failure(safe.error());
    auto file = std::make_unique<DcmFileFormat>();
    // A value that ends early is filled up by the library, so what was loaded cannot be told from what was
    // not.
    if (const OFCondition status = file->loadFile(OFFilename(path.c_str())); status.bad())
        return failure(loadError(status));
    return file;
}

Result<std::unique_ptr<DcmFileFormat>> parseDicom(std::string_view bytes) {
    prepareLibrary();
    if (!looksLikeDicom(bytes)) return failure(ErrorCode::UnsupportedFormat, "no DICOM file");
    if (const Status safe = checkStructure(bytes); !safe) return failure(safe.error());
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    stream.setEos();
    auto file = std::make_unique<DcmFileFormat>();
    file->transferInit();
    const OFCondition status = file->read(stream);
    file->transferEnd();
    if (status.bad()) return failure(loadError(status));
    return file;
}

Result<std::unique_ptr<DcmDataset>> parseDataSet(std::string bytes, E_TransferSyntax syntax) {
    prepareLibrary();
    std::istringstream walked(bytes);
    if (const Status safe = walkDataSet(walked, bytes.size(), syntax); !safe) return failure(safe.error());
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    stream.setEos();
    auto dataset = std::make_unique<DcmDataset>();
    dataset->transferInit();
    const OFCondition read = dataset->read(stream, syntax, EGL_noChange);
    dataset->transferEnd();
    if (read.bad()) return failure(loadError(read));
    return dataset;
}

Status saveDicom(const std::filesystem::path& path, DcmFileFormat& file, E_TransferSyntax syntax) {
    if (!file.getDataset()->canWriteXfer(syntax, file.getDataset()->getCurrentXfer()))
        return failure(ErrorCode::UnsupportedPixels, DcmXfer(syntax).getXferName(), path);
    const std::size_t size = file.getDataset()->calcElementLength(syntax, EET_ExplicitLength);
    std::vector<char> buffer(size + kHeaderBytes);
    DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
    file.transferInit();
    const OFCondition status = file.write(stream, syntax, EET_ExplicitLength, nullptr);
    file.transferEnd();
    void* written = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(written, length);
    if (status.bad()) return failure(ErrorCode::Internal, status.text(), path);
    return writeFileAtomically(path, {buffer.data(), static_cast<std::size_t>(length)});
}

} // namespace vertescore::dicom
