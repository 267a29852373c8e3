// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/Deflate.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <opencv2/imgcodecs.hpp>

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
        CHECK(refusalOf(headerOf(EXS_DeflatedLittleEndianExplicit) +
                        deflated(nested(depth, true), Z_BEST_COMPRESSION))
                  .code == ErrorCode::FileMalformed);
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

namespace {

/// One element without a value, of VR LO.
std::string emptyElement(unsigned group, unsigned element) {
    const auto byte = [](unsigned number) { return static_cast<char>(number & 0xff); };
    return {byte(group), byte(group >> 8), byte(element), byte(element >> 8), 'L', 'O', '\0', '\0'};
}

std::string bigEndian(std::uint32_t number, int bytes = 4) {
    std::string text;
    while (bytes-- > 0)
        text.push_back(static_cast<char>(number >> (8 * bytes) & 0xff));
    return text;
}

std::string littleEndian(std::uint32_t number, int bytes = 4) {
    const std::string text = bigEndian(number, bytes);
    return {text.rbegin(), text.rend()};
}

/// The pixels of the test scan as this one piece, whatever is in it.
void writeWithPiece(const std::filesystem::path& path, E_TransferSyntax syntax, std::string piece) {
    writeDicom(
        path,
        [&](DcmDataset& dataset) {
            if (syntax == EXS_JPEGProcess1) { // has no more
                dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
                dataset.putAndInsertUint16(DCM_BitsStored, 8);
                dataset.putAndInsertUint16(DCM_HighBit, 7);
            }
            dataset.findAndDeleteElement(DCM_PixelData);
            auto* pixels = new DcmPixelData(DCM_PixelData);
            auto* sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
            sequence->insert(new DcmPixelItem(DcmTag(DCM_PixelItemTag, EVR_OB)));
            DcmOffsetList offsets;
            sequence->storeCompressedFrame(offsets, reinterpret_cast<Uint8*>(piece.data()),
                                           static_cast<Uint32>(piece.size()), 0);
            pixels->putOriginalRepresentation(syntax, nullptr, sequence);
            dataset.insert(pixels, OFTrue);
        },
        syntax);
}

ErrorCode refusalOfPiece(E_TransferSyntax syntax, const std::string& piece) {
    const TemporaryFolder folder;
    writeWithPiece(folder / "scan.dcm", syntax, piece);
    const auto scan = readScan(folder / "scan.dcm");
    REQUIRE_FALSE(scan.has_value());
    return scan.error().code;
}

/// A JPEG 2000 header for the test scan (16 x 40): tiles of this side, precincts of 2^exponent.
std::string jpeg2000(std::uint32_t tileSide, int precinctExponent) {
    const std::string size = "\xff\x51"s + bigEndian(41, 2) + bigEndian(0, 2) + bigEndian(16) +
                             bigEndian(40) + bigEndian(0) + bigEndian(0) + bigEndian(tileSide) +
                             bigEndian(tileSide) + bigEndian(0) + bigEndian(0) + bigEndian(1, 2) +
                             "\x0b\x01\x01"s;
    const char precinct = static_cast<char>(precinctExponent << 4 | precinctExponent);
    const std::string coding = "\xff\x52"s + bigEndian(13, 2) + "\x01\x00"s + bigEndian(60'000, 2) +
                               "\x00\x00\x04\x04\x00\x01"s + precinct;
    return "\xff\x4f"s + size + coding + "\xff\xd9"s;
}

std::string tiffEntry(unsigned tag, unsigned type, std::uint32_t count, std::uint32_t value) {
    return littleEndian(tag, 2) + littleEndian(type, 2) + littleEndian(count) + littleEndian(value);
}

/// A little-endian TIFF of 64 x 64 pixels of eight bits with these entries beside the necessary ones.
std::string tiffWith(const std::string& entries, const std::string& after = {}) {
    const std::string all =
        tiffEntry(256, 4, 1, 64) + tiffEntry(257, 4, 1, 64) + tiffEntry(258, 3, 1, 8) + entries;
    return "II*\0\x08\0\0\0"s + static_cast<char>(all.size() / 12) + "\0"s + all + "\0\0\0\0"s + after;
}

std::string pngChunk(const std::string& type, const std::string& content) {
    const std::string checked = type + content;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<std::uint32_t>(content.size())) + checked +
           bigEndian(static_cast<std::uint32_t>(sum));
}

} // namespace

TEST_CASE("elements in the wrong order are not sorted without end", "[io][dicom][hostile]") {
    std::string backwards;
    for (unsigned i = 20'000; i-- > 0;)
        backwards += emptyElement(0x0008, 2 * i + 1);
    CHECK(refusalOf(headerOf(EXS_LittleEndianExplicit) + backwards).code == ErrorCode::FileMalformed);
    std::string header;
    for (unsigned i = 20'000; i-- > 0;)
        header += emptyElement(0x0002, 2 * i + 1);
    CHECK(refusalOf(std::string(128, '\0') + "DICM" + header).code == ErrorCode::FileMalformed);
    const TemporaryFolder folder; // a few are no harm
    writeBytes(folder / "scan.dcm",
               headerOf(EXS_LittleEndianExplicit) + backwards.substr(backwards.size() - 800));
    CHECK(readScan(folder / "scan.dcm").error().code == ErrorCode::NotAnImage);
}

TEST_CASE("a length beyond the end of a file is refused wherever it stands", "[io][dicom][hostile]") {
    const std::string claim = "\x08\x00\x60\x00UT\0\0\xff\xff\xff\x7f"s;
    CHECK(refusalOf(headerOf(EXS_LittleEndianExplicit) + claim).code == ErrorCode::FileTruncated);
    CHECK(refusalOf(headerOf(EXS_DeflatedLittleEndianExplicit) + deflated(claim, Z_BEST_COMPRESSION)).code ==
          ErrorCode::FileTruncated);
    CHECK(refusalOf(std::string(128, '\0') + "DICM\x02\x00\x02\x01OB\0\0\xff\xff\xff\x7f"s).code ==
          ErrorCode::FileTruncated);
}

TEST_CASE("a length is read as the library will read it", "[io][dicom][hostile]") {
    const std::string value(64, 'x');
    // After the header of a deflated file the library does not ask how the data set looks: here it looks big.
    const std::string big = "\x00\x08\x00\x60OB\0\0\0\0\0\x40"s + value;
    CHECK(refusalOf(headerOf(EXS_DeflatedLittleEndianExplicit) + deflated(big, Z_BEST_COMPRESSION)).code ==
          ErrorCode::FileTruncated);
    // Where the letters of a VR are none, the head is that of an implicit little-endian element, in any file.
    const std::string known = "\x00\x08\x00\x60\x43\x53\x00\x02MR"s;
    CHECK(refusalOf(headerOf(EXS_BigEndianExplicit) + known + "\x00\x08\x00\x70\0\0\0\x40"s + value).code ==
          ErrorCode::FileTruncated);
    // Unknown elements without a length are little-endian inside.
    const std::string unknown = "\x00\x09\x10\x01UN\0\0\xff\xff\xff\xff"s;
    CHECK(refusalOf(headerOf(EXS_BigEndianExplicit) + known + unknown + "\xfe\xff\x00\xe0\0\0\0\x40"s + value)
              .code == ErrorCode::FileTruncated);
    CHECK(refusalOf(headerOf(EXS_LittleEndianExplicit) + "\x08\x00\x19\x01UC\0\0\xff\xff\xff\xff"s + value)
              .code == ErrorCode::FileMalformed);
}

TEST_CASE("pixel data that are said to be unknown may nest no deeper than others", "[io][dicom][hostile]") {
    const std::string pixels = "\xe0\x7f\x10\x00UN\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"s;
    CHECK(refusalOf(headerOf(EXS_LittleEndianExplicit) + pixels + nested(100'000, false)).code ==
          ErrorCode::FileMalformed);
}

TEST_CASE("a JPEG of another size than its data set says is refused", "[io][dicom][hostile]") {
    const auto withJpeg = [](int width, int height) {
        std::vector<unsigned char> bytes;
        REQUIRE(cv::imencode(".jpg", cv::Mat(height, width, CV_8U, cv::Scalar(90)), bytes));
        const TemporaryFolder folder;
        writeWithPiece(folder / "scan.dcm", EXS_JPEGProcess1, {bytes.begin(), bytes.end()});
        return readScan(folder / "scan.dcm");
    };
    CHECK(withJpeg(16, 40).has_value());
    for (const auto& [width, height] :
         {std::pair(8, 8), std::pair(16, 39), std::pair(17, 40), std::pair(400, 400)})
        CHECK(withJpeg(width, height).error().code == ErrorCode::CorruptPixels);
}

TEST_CASE("RLE is refused when its segments lie elsewhere or are short", "[io][dicom][hostile]") {
    const auto rle = [](std::uint32_t first, std::uint32_t second, const std::string& content) {
        std::string header = littleEndian(2) + littleEndian(first) + littleEndian(second);
        header.resize(64);
        return header + content;
    };
    std::string run; // of the byte 7, for the 640 pixels
    for (int i = 0; i < 5; ++i)
        run += "\x81\x07"s;
    const TemporaryFolder folder;
    writeWithPiece(folder / "scan.dcm", EXS_RLELossless, rle(64, 74, run + run));
    const auto scan = readScan(folder / "scan.dcm");
    REQUIRE(scan.has_value());
    CHECK(scan->image.stored(15, 39) == 0x707);
    for (const std::string& broken :
         {rle(64, 0x7fffffff, run + run), rle(0x7fffffff, 74, run + run), rle(8, 74, run + run),
          rle(74, 64, run + run), rle(64, 74, run + "\x81"s), rle(64, 74, run + run).substr(0, 20)})
        CHECK(refusalOfPiece(EXS_RLELossless, broken) == ErrorCode::CorruptPixels);
}

TEST_CASE("JPEG 2000 is refused when it falls into too many parts", "[io][dicom][hostile]") {
    CHECK(refusalOfPiece(EXS_JPEG2000LosslessOnly, jpeg2000(1, 15)) == ErrorCode::FileTooLarge);
    CHECK(refusalOfPiece(EXS_JPEG2000LosslessOnly, jpeg2000(64, 0)) == ErrorCode::FileTooLarge);
    CHECK(refusalOfPiece(EXS_JPEG2000LosslessOnly, jpeg2000(64, 15)) == ErrorCode::CorruptPixels); // empty
}

TEST_CASE("a TIFF is refused when its pieces are more than the picture or the file",
          "[io][raster][hostile]") {
    const std::string tile = tiffEntry(322, 4, 1, 1U << 16) + tiffEntry(323, 4, 1, 1U << 16);
    CHECK(refusalOf(tiffWith(tile)).code == ErrorCode::FileTooLarge);
    CHECK(refusalOf(tiffWith(tiffEntry(278, 4, 1, 1U << 24))).code == ErrorCode::FileTooLarge);
    // 64 strips that are all the same half of the file.
    const std::string half(1000, 'x');
    std::string strips, sizes;
    for (int i = 0; i < 64; ++i) {
        strips += "\x08\0\0\0"s;
        sizes += "\xe8\x03\0\0"s;
    }
    const std::uint32_t at = 8 + 2 + 5 * 12 + 4;
    const std::string overlapping = tiffEntry(273, 4, 64, at) + tiffEntry(279, 4, 64, at + 256);
    CHECK(refusalOf(tiffWith(overlapping, strips + sizes + half)).code == ErrorCode::FileTruncated);
    CHECK(refusalOf(tiffWith(tiffEntry(259, 3, 1, 6))).code == ErrorCode::UnsupportedPixels);
    // The first of two widths is the one that counts.
    CHECK(refusalOf("II*\0\x08\0\0\0\x03\0"s + tiffEntry(256, 4, 1, 1U << 20) +
                    tiffEntry(257, 4, 1, 1U << 20) + tiffEntry(256, 4, 1, 16) + "\0\0\0\0"s)
              .code == ErrorCode::FileTooLarge);
}

TEST_CASE("a PNG is refused when texts are packed beside its picture without end", "[io][raster][hostile]") {
    std::string png =
        "\x89PNG\r\n\x1a\n"s + pngChunk("IHDR", bigEndian(16) + bigEndian(40) + "\x08\0\0\0\0"s);
    for (int i = 0; i < 17; ++i)
        png += pngChunk("zTXt", "a\0\0x"s);
    CHECK(refusalOf(png + pngChunk("IEND", {})).code == ErrorCode::FileTooLarge);
}
