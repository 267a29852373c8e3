// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/io/ScanReader.h"
#include "tests/fuzz/support/InputFile.h"

#include <zlib.h>

#include <string>

namespace vertescore::fuzz {
namespace {

using namespace std::string_view_literals;

std::uint64_t numberAt(const std::string& bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// A PNG with right checksums: a changed one would be refused before any decoder sees it.
std::string withChecksums(std::string png) {
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::uint64_t length = numberAt(png, at);
        if (length > png.size() - at - 12) break;
        const auto end = at + 8 + static_cast<std::size_t>(length);
        const auto sum =
            crc32(0, reinterpret_cast<const Bytef*>(png.data() + at + 4), static_cast<uInt>(length + 4));
        for (std::size_t i = 0; i < 4; ++i)
            png[end + i] = static_cast<char>(sum >> (24 - 8 * i) & 0xff);
        at = end + 4;
    }
    return png;
}

void read(const InputFolder& folder, Bytes bytes) {
    const auto path = folder.write("scan", bytes);
    ReadOptions options;
    options.maxPixels = 1U << 18;
    const auto scan = readScan(path, options);
    if (!scan)
        expect(scan.error().path == path, "an error names its file");
    else
        renderDisplay(scan->image, scan->pipeline);
}

} // namespace

void raster(Bytes bytes) {
    static const InputFolder folder;
    if (vertescore::dicom::looksLikeDicom(bytes)) return; // dicom's part
    read(folder, bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        if (const std::string whole = withChecksums(std::string(bytes)); whole != bytes) read(folder, whole);
}

} // namespace vertescore::fuzz
