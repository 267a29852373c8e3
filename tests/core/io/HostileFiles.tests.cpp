// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <zlib.h>

#include <sys/resource.h>

#include <thread>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using namespace std::string_literals;

/// A DICOM file up to its data set, in the given transfer syntax.
std::string headerOf(E_TransferSyntax syntax) {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", {}, syntax);
    const std::string whole = readBytes(folder / "scan.dcm");
    const std::size_t lengthAt = 128 + 4 + 8; // of group 2, after the preamble and the element's head
    std::size_t length = 0;
    for (std::size_t i = 4; i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(whole[lengthAt + i]);
    return whole.substr(0, lengthAt + 4 + length);
}

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

Error refusalOf(const std::string& bytes) {
    const TemporaryFolder folder;
    writeBytes(folder / "hostile.dcm", bytes);
    const auto scan = readScan(folder / "hostile.dcm");
    REQUIRE_FALSE(scan.has_value());
    CHECK(scan.error().path == folder / "hostile.dcm");
    CHECK_FALSE(scan.error().detail.empty());
    return scan.error();
}

/// Sequences in each other, open-ended: (0040,A730) Content Sequence and an item, as often as asked.
std::string nested(std::size_t depth, bool isExplicit) {
    std::string bytes;
    for (std::size_t i = 0; i < depth; ++i)
        bytes +=
            (isExplicit ? "\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff"s : "\x40\x00\x30\xa7\xff\xff\xff\xff"s) +
            "\xfe\xff\x00\xe0\xff\xff\xff\xff"s;
    return bytes;
}

long peakMemoryKiB() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// The address sanitizer keeps freed memory for a while.
#ifdef __SANITIZE_ADDRESS__
constexpr long kMostKiB = 1600L << 10;
#else
constexpr long kMostKiB = 800L << 10;
#endif

} // namespace

TEST_CASE("sequences nested without end are refused, not followed", "[io][dicom][hostile]") {
    for (const std::size_t depth : {300UL, 100'000UL}) {
        CHECK(refusalOf(headerOf(EXS_LittleEndianExplicit) + nested(depth, true)).code ==
              ErrorCode::FileMalformed);
        CHECK(refusalOf(headerOf(EXS_LittleEndianImplicit) + nested(depth, false)).code ==
              ErrorCode::FileMalformed);
        CHECK(refusalOf(headerOf(EXS_DeflatedLittleEndianExplicit) + deflated(nested(depth, true))).code ==
              ErrorCode::FileMalformed);
    }
    CHECK(refusalOf("\x08\x00\x05\x00"s + "CS\0\0"s + nested(100'000, true)).code ==
          ErrorCode::FileMalformed);
}

TEST_CASE("nesting as deep as is followed fits the stack of a thread", "[io][dicom][hostile]") {
    const TemporaryFolder folder;
    writeBytes(folder / "deep.dcm", headerOf(EXS_LittleEndianExplicit) + nested(240, true));
    std::thread([&folder] { CHECK_FALSE(readScan(folder / "deep.dcm").has_value()); }).join();
}

TEST_CASE("a data set of a megabyte that inflates to hundreds is refused", "[io][dicom][hostile]") {
    const long before = peakMemoryKiB();
    std::string bomb = headerOf(EXS_DeflatedLittleEndianExplicit);
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    const std::string zeros(1U << 20, '\0');
    std::string out(1U << 16, '\0');
    for (int i = 0; i < 300; ++i) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.data()));
        stream.avail_in = static_cast<uInt>(zeros.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_SYNC_FLUSH);
        bomb.append(out, 0, out.size() - stream.avail_out);
    }
    deflateEnd(&stream);
    CHECK(bomb.size() < (2U << 20));
    CHECK(refusalOf(bomb).code == ErrorCode::FileTooLarge);
    CHECK(peakMemoryKiB() - before < kMostKiB);
}

TEST_CASE("a file of nothing but empty elements is refused", "[io][dicom][hostile]") {
    std::string bytes = headerOf(EXS_LittleEndianExplicit) + "\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff"s;
    for (int i = 0; i < 2'200'000; ++i)
        bytes += "\xfe\xff\x00\xe0\0\0\0\0"s;
    CHECK(refusalOf(bytes).code == ErrorCode::FileMalformed);
}

TEST_CASE("many items in a flat sequence are still read", "[io][dicom][hostile]") {
    const TemporaryFolder folder;
    writeDicom(
        folder / "scan.dcm",
        [](DcmDataset& dataset) {
            for (int i = 0; i < 3000; ++i) {
                DcmItem* item = nullptr;
                dataset.findOrCreateSequenceItem(DCM_ReferencedImageSequence, item, -2);
                item->putAndInsertString(DCM_ReferencedSOPInstanceUID, "1.2.3");
            }
        },
        GENERATE(EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                 EXS_DeflatedLittleEndianExplicit));
    CHECK(readScan(folder / "scan.dcm").has_value());
}

TEST_CASE("a claim of two thousand million frames costs nothing", "[io][dicom][hostile]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm",
               [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_NumberOfFrames, "2147483647"); });
    const auto first = readScan(folder / "scan.dcm");
    REQUIRE(first.has_value());
    CHECK(first->source.frameCount == 2147483647);
    ReadOptions last;
    last.frame = 2147483646;
    CHECK(readScan(folder / "scan.dcm", last).error().code == ErrorCode::FileTruncated);
}

TEST_CASE("a JPEG that goes over its picture again and again is refused", "[io][raster][hostile]") {
    // Start, progressive frame of 4096 x 4096, then the same empty scan a thousand times, then the end.
    std::string jpeg = "\xff\xd8\xff\xc2\x00\x0b\x08\x10\x00\x10\x00\x01\x01\x11\x00"s;
    for (int i = 0; i < 1000; ++i)
        jpeg += "\xff\xda\x00\x08\x01\x01\x00\x00\x00\x00\x00"s;
    CHECK(refusalOf(jpeg + "\xff\xd9"s).code == ErrorCode::FileTooLarge);
}

TEST_CASE("a TIFF of wide values is refused before it takes memory", "[io][raster][hostile]") {
    // Directory at 8: 4096 x 4096 pixels of 64 bits a value.
    const auto entry = [](const char* tag, const std::string& value) {
        return std::string(tag, 2) + "\x04\0\x01\0\0\0"s + value;
    };
    const std::string tiff = "II*\0\x08\0\0\0\x03\0"s + entry("\0\x01", "\0\x10\0\0"s) +
                             entry("\x01\x01", "\0\x10\0\0"s) + entry("\x02\x01", "\x40\0\0\0"s) +
                             "\0\0\0\0"s;
    CHECK(refusalOf(tiff).code == ErrorCode::UnsupportedPixels);
}
