// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace {

using namespace vertescore;
using namespace vertescore::test;

constexpr int kWidth = 20;
constexpr int kHeight = 50;

/// Grey at (x, y), spread over 8 or 16 bits.
int greyAt(int x, int y, int bits) {
    return bits == 8 ? (y * kWidth + x) % 256 : (y * kWidth + x) * 65;
}

void writePicture(const std::filesystem::path& path, int bits) {
    cv::Mat picture(kHeight, kWidth, bits == 8 ? CV_8U : CV_16U);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            if (bits == 8)
                picture.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(greyAt(x, y, 8));
            else
                picture.at<std::uint16_t>(y, x) = static_cast<std::uint16_t>(greyAt(x, y, 16));
    std::vector<unsigned char> bytes;
    cv::imencode(path.extension().string(), picture, bytes);
    writeBytes(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace

TEST_CASE("PNG and TIFF give back every grey value of 8 and 16 bits", "[io][raster]") {
    const TemporaryFolder folder;
    const auto ending = GENERATE(as<std::string>{}, ".png", ".tif");
    const int bits = GENERATE(8, 16);
    CAPTURE(ending, bits);
    writePicture(folder / ("scan" + ending), bits);
    const auto scan = readScan(folder / ("scan" + ending));
    REQUIRE(scan.has_value());
    CHECK(scan->source.bitsStored == bits);
    CHECK(scan->image.width == kWidth);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            REQUIRE(scan->image.stored(x, y) == greyAt(x, y, bits));
}

TEST_CASE("a picture of eight bits is shown as it is", "[io][raster]") {
    const TemporaryFolder folder;
    writePicture(folder / "scan.png", 8);
    const auto scan = readScan(folder / "scan.png");
    REQUIRE(scan.has_value());
    const DisplayImage shown = renderDisplay(scan->image, scan->pipeline);
    for (int i = 0; i < 256; ++i)
        REQUIRE(shown.pixels[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("a JPEG opens whatever its name", "[io][raster]") {
    const TemporaryFolder folder;
    writePicture(folder / "scan.jpg", 8);
    std::filesystem::rename(folder / "scan.jpg", folder / "scan.dcm");
    const auto scan = readScan(folder / "scan.dcm");
    REQUIRE(scan.has_value());
    CHECK(scan->source.kind == ScanKind::Jpeg);
    CHECK_FALSE(scan->geometry.spacing.has_value());
}

TEST_CASE("paths may be in any script", "[io][raster]") {
    const TemporaryFolder folder;
    const auto path = folder / std::filesystem::path(u8"Röntgen 脊椎 скан.png");
    writePicture(folder / "scan.png", 16);
    std::filesystem::rename(folder / "scan.png", path);
    const auto scan = readScan(path);
    REQUIRE(scan.has_value());
    const auto copy = folder / std::filesystem::path(u8"копия.png");
    REQUIRE(writePng(copy, *scan, 16).has_value());
    const auto again = readScan(copy);
    REQUIRE(again.has_value());
    CHECK(again->image.samples == renderDisplay16(scan->image, scan->pipeline));
}

TEST_CASE("a picture that lost pixels is refused", "[io][raster]") {
    const TemporaryFolder folder;
    const auto ending = GENERATE(as<std::string>{}, ".png", ".jpg", ".tif");
    writePicture(folder / ("whole" + ending), 8);
    const std::string whole = readBytes(folder / ("whole" + ending));
    const auto reference = readScan(folder / ("whole" + ending));
    REQUIRE(reference.has_value());
    CAPTURE(ending);
    for (std::size_t size = 0; size + 1 < whole.size(); size += 5) {
        writeBytes(folder / "cut", whole.substr(0, size));
        const auto scan = readScan(folder / "cut");
        CAPTURE(size);
        if (scan) CHECK(scan->pixelSha256 == reference->pixelSha256); // the end of a TIFF is no pixel
        if (size + 16 < whole.size()) CHECK_FALSE(scan.has_value());
    }
}

TEST_CASE("a damaged PNG chunk is noticed by its checksum", "[io][raster]") {
    const TemporaryFolder folder;
    writePicture(folder / "scan.png", 8);
    std::string bytes = readBytes(folder / "scan.png");
    bytes[60] = static_cast<char>(bytes[60] ^ 1);
    writeBytes(folder / "scan.png", bytes);
    CHECK(readScan(folder / "scan.png").error().code == ErrorCode::FileMalformed);
}

TEST_CASE("a lie about the size costs no memory", "[io][raster]") {
    const TemporaryFolder folder;
    using namespace std::string_literals;
    // JPEG: start, frame header of 65535 x 65535, start of scan, end.
    writeBytes(folder / "huge.jpg", "\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00"
                                    "\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\xff\xd9"s);
    CHECK(readScan(folder / "huge.jpg").error().code == ErrorCode::FileTooLarge);
    // TIFF: directory at 8 with width and height of 32 bits each.
    writeBytes(folder / "huge.tif", "II*\0\x08\0\0\0\x02\0\0\x01\x04\0\x01\0\0\0\xff\xff\xff\x7f"
                                    "\x01\x01\x04\0\x01\0\0\0\xff\xff\xff\x7f\0\0\0\0"s);
    CHECK(readScan(folder / "huge.tif").error().code == ErrorCode::FileTooLarge);
}

TEST_CASE("other content is refused with its code", "[io][raster]") {
    const TemporaryFolder folder;
    writeBytes(folder / "empty.dcm", "");
    writeBytes(folder / "text.dcm", "Dear reader, this is no scan at all, whatever its name may say.\n");
    CHECK(readScan(folder / "empty.dcm").error().code == ErrorCode::FileEmpty);
    CHECK(readScan(folder / "text.dcm").error().code == ErrorCode::UnsupportedFormat);
    CHECK(readScan(folder / "nothing").error().code == ErrorCode::FileNotFound);
    CHECK(readScan(folder.path()).error().code == ErrorCode::FileUnreadable);
}

TEST_CASE("a folder lists its files in order, without hidden ones and our own results", "[io]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "b");
    std::filesystem::create_directories(folder / ".git");
    for (const char* name :
         {"c.dcm", "b/x.png", ".hidden", ".git/config", "c.landmarks.json", "c.overlay.png", "a.dcm"})
        writeBytes(folder / name, "x");
    const auto files = listFiles({folder.path(), folder / "c.overlay.png"}).files;
    CHECK(files ==
          std::vector{folder / "a.dcm", folder / "b/x.png", folder / "c.dcm", folder / "c.overlay.png"});
}
