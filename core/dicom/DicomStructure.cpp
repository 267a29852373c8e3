// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomStructure.h"

#include "core/dicom/DicomWalk_p.h"
#include "core/dicom/ViewStream_p.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcistrmf.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dctk.h>
#include <zlib.h>

#include <array>
#include <fstream>
#include <sstream>

namespace vertescore::dicom {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kMostInflatedBytes = 256U << 20;

constexpr std::streamoff kPreambleBytes = 128;
constexpr std::string_view kMagic = "DICM";

/// Where the data set begins and how it is written, as the library finds it.
struct Start {
    std::uint64_t at = 0;
    E_TransferSyntax syntax = EXS_Unknown;
};

Start findStart(DcmInputStream& stream) {
    DcmMetaInfo meta;
    meta.transferInit();
    const bool isRead = meta.read(stream).good();
    meta.transferEnd();
    OFString syntax;
    if (!isRead || meta.findAndGetOFString(DCM_TransferSyntaxUID, syntax).bad())
        return {static_cast<std::uint64_t>(stream.tell()), EXS_Unknown};
    return {static_cast<std::uint64_t>(stream.tell()), DcmXfer(syntax.c_str()).getXfer()};
}

/// The elements before the data set, after preamble and magic where there are any.
Status checkMetaHeader(std::istream& file, std::uint64_t size) {
    for (const std::streamoff at : {kPreambleBytes, std::streamoff{0}}) {
        std::array<char, kMagic.size()> magic{};
        file.clear();
        file.seekg(at);
        file.read(magic.data(), magic.size());
        if (!file || std::string_view(magic.data(), magic.size()) != kMagic) continue;
        return walkMetaHeader(file, size - static_cast<std::uint64_t>(at) - kMagic.size());
    }
    file.clear();
    file.seekg(0);
    return walkMetaHeader(file, size);
}

/// Ends a zlib stream whichever way the work ends.
struct Inflater {
    Inflater() { isReady = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
    ~Inflater() {
        if (isReady) inflateEnd(&stream);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream{};
    bool isReady = false;
};

Result<std::string> inflated(std::istream& file) {
    Inflater inflater;
    if (!inflater.isReady) return failure(ErrorCode::OutOfMemory);
    std::array<char, 1U << 16> in, out;
    std::string whole;
    for (int status = Z_OK; status != Z_STREAM_END;) {
        file.read(in.data(), in.size());
        inflater.stream.next_in = reinterpret_cast<Bytef*>(in.data());
        inflater.stream.avail_in = static_cast<uInt>(file.gcount());
        if (inflater.stream.avail_in == 0)
            return failure(ErrorCode::FileTruncated, "the compressed data set has no end");
        do {
            inflater.stream.next_out = reinterpret_cast<Bytef*>(out.data());
            inflater.stream.avail_out = static_cast<uInt>(out.size());
            status = inflate(&inflater.stream, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                return failure(ErrorCode::FileMalformed, "the compressed data set is broken");
            whole.append(out.data(), out.size() - inflater.stream.avail_out);
            if (whole.size() > kMostInflatedBytes)
                return failure(ErrorCode::FileTooLarge, "the compressed data set holds more than " +
                                                            std::to_string(kMostInflatedBytes >> 20) +
                                                            " MiB");
        } while (inflater.stream.avail_out == 0 && status != Z_STREAM_END);
    }
    return whole;
}

Status checkInflated(std::istream& file) {
    auto bytes = inflated(file);
    if (!bytes) return failure(bytes.error());
    const std::uint64_t size = bytes->size();
    std::istringstream stream(std::move(*bytes));
    return walkDataSet(stream, size, EXS_DeflatedLittleEndianExplicit);
}

/// file and stream: the same bytes, the library's yet unread; it may look into its header once that was
/// walked.
Status check(std::istream& file, std::uint64_t size, DcmInputStream& stream) {
    if (const Status header = checkMetaHeader(file, size); !header) return header;
    const Start start = findStart(stream);
    if (start.at > size) return failure(ErrorCode::FileTruncated, "it ends within its header");
    file.clear();
    file.seekg(static_cast<std::streamoff>(start.at));
    if (!file) return failure(ErrorCode::FileUnreadable);
    if (DcmXfer(start.syntax).getStreamCompression() != ESC_none) return checkInflated(file);
    return walkDataSet(file, size - start.at, start.syntax);
}

} // namespace

Status checkStructure(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return failure(ErrorCode::FileUnreadable);
    const auto size = static_cast<std::uint64_t>(file.tellg());
    DcmInputFileStream stream{OFFilename(path.c_str())};
    return check(file, size, stream);
}

Status checkStructure(std::string_view bytes) {
    ViewStream file(bytes);
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
    stream.setEos();
    return check(file, bytes.size(), stream);
}

} // namespace vertescore::dicom
