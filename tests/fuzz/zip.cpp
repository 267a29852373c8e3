// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "core/zip/ZipPath.h"
#include "tests/fuzz/support/InputFile.h"

namespace vertescore::fuzz {
namespace {

constexpr std::uint64_t kMostRead = 1U << 20; ///< of one input: unpacking more finds nothing new
constexpr std::size_t kMostScans = 4;

bool leadsUp(const std::filesystem::path& name) {
    for (const auto& part : name)
        if (part == "..") return true;
    return name.is_absolute();
}

void readFiles(const std::filesystem::path& path) {
    const auto zip = ZipFile::open(path);
    if (!zip) return expect(zip.error().path == path, "an error names its file");
    std::uint64_t done = 0;
    for (const ZippedFile& file : zip->files()) {
        expect(!leadsUp(file.name), "no name leads out of the archive");
        done += file.size;
        if (done > kMostRead) return;
        const auto bytes = zip->read(file);
        expect(!bytes || bytes->size() == file.size, "a file has the size that was said");
    }
}

} // namespace

void zip(Bytes bytes) {
    static const InputFolder folder;
    const auto path = folder.write("input.zip", bytes);
    readFiles(path);
    std::size_t scans = 0;
    for (const auto& file : listFiles({path}).files) {
        if (++scans > kMostScans) return;
        ReadOptions options;
        options.maxPixels = 1U << 20;
        options.maxFileBytes = kMostRead;
        const auto scan = readScan(file, options);
        expect(scan || scan.error().path == file, "an error names its file");
    }
}

} // namespace vertescore::fuzz
