// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zip/ZipPath.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/ZipFiles.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> namesIn(const ZipFile& zip) {
    std::vector<std::string> names;
    for (const ZippedFile& file : zip.files())
        names.push_back(file.name);
    return names;
}

ZipFile opened(const fs::path& path) {
    auto zip = ZipFile::open(path);
    if (!zip) FAIL(describeError(zip.error()));
    return std::move(*zip);
}

ErrorCode refusalOf(const fs::path& path) {
    const auto zip = ZipFile::open(path);
    REQUIRE_FALSE(zip.has_value());
    CHECK(zip.error().path == path);
    return zip.error().code;
}

void asLink(zip_t* zip, zip_uint64_t index) {
    zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, 0120777U << 16);
}

void encrypted(zip_t* zip, zip_uint64_t index) {
    zip_file_set_encryption(zip, index, ZIP_EM_AES_256, "secret");
}

} // namespace

TEST_CASE("the files of an archive are read by paths that lead through it", "[zip]") {
    const TemporaryFolder folder;
    const fs::path zip = folder / "a \xc3\xa4.zip";
    const std::string large(3'000'000, 'x');
    writeZip(zip, {{"b/two", large}, {"one", "1"}, {"b/", ""}});
    const ZipFile file = opened(zip);
    CHECK(namesIn(file) == std::vector<std::string>{"b/two", "one"});
    CHECK(file.refused().empty());
    const auto path = splitZipPath(zip / "b" / "two");
    REQUIRE(path);
    CHECK(path->zip == zip);
    CHECK(path->name == "b/two");
    CHECK(readZipped(*path) == large);
    CHECK(readZippedStart(*path, 5) == "xxxxx");
    CHECK(readZippedStart(*splitZipPath(zip / "one"), 5) == "1");
    CHECK(readZipped(*path, 1000).error().code == ErrorCode::FileTooLarge);
    CHECK(readZipped({zip, "three"}).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("a path that leads through no archive is none of one", "[zip]") {
    const TemporaryFolder folder;
    writeBytes(folder / "text", "no archive");
    writeZip(folder / "a.zip", {{"one", "1"}});
    CHECK_FALSE(splitZipPath(folder / "a.zip"));
    CHECK_FALSE(splitZipPath(folder / "a.zip" / ""));
    CHECK_FALSE(splitZipPath(folder / "text" / "one"));
    CHECK_FALSE(splitZipPath(folder / "nowhere" / "one"));
    CHECK_FALSE(splitZipPath("a.zip"));
}

TEST_CASE("names that lead out of an archive are refused, whichever separator they use", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"../up", "1"},
                                {"in/../../up", "1"},
                                {"/absolute", "1"},
                                {"..\\up", "1"},
                                {"C:\\up", "1"},
                                {"./in//plain..name", "1"}});
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(namesIn(zip) == std::vector<std::string>{"in/plain..name"});
    REQUIRE(zip.refused().size() == 5);
    for (const Error& error : zip.refused())
        CHECK(error.code == ErrorCode::NotAllowed);
    CHECK(readZipped({folder / "a.zip", "in/plain..name"}) == "1");
    CHECK(readZipped({folder / "a.zip", "../up"}).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("links and devices in an archive are passed over", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"link", "/etc/passwd", asLink}, {"one", "1"}});
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(namesIn(zip) == std::vector<std::string>{"one"});
    CHECK(zip.refused().empty());
}

TEST_CASE("encrypted files are refused once for the archive, and the others are read", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"a", "1", encrypted}, {"b", "2", encrypted}, {"c", "3"}});
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(namesIn(zip) == std::vector<std::string>{"c"});
    REQUIRE(zip.refused().size() == 1);
    CHECK(zip.refused()[0].code == ErrorCode::FileUnreadable);
    CHECK(zip.refused()[0].path == folder / "a.zip");
    CHECK(zip.refused()[0].detail.find("2 files") != std::string::npos);
}

TEST_CASE("of two files of one name the first is read and the other refused", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"scan-a", "first"}, {"scan-b", "other"}});
    std::string bytes = readBytes(folder / "a.zip");
    for (std::size_t at = bytes.find("scan-b"); at != std::string::npos; at = bytes.find("scan-b"))
        bytes[at + 5] = 'a';
    writeBytes(folder / "a.zip", bytes);
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(namesIn(zip) == std::vector<std::string>{"scan-a"});
    CHECK(readZipped({folder / "a.zip", "scan-a"}) == "first");
    REQUIRE(zip.refused().size() == 1);
    CHECK(zip.refused()[0].code == ErrorCode::DuplicateEntry);
}

TEST_CASE("a name that is no UTF-8 is one of code page 437", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"M\x81ller", "1"}});
    CHECK(namesIn(opened(folder / "a.zip")) == std::vector<std::string>{"M\xc3\xbcller"});
    CHECK(readZipped({folder / "a.zip", "M\xc3\xbcller"}) == "1");
}

TEST_CASE("a file that is packed beyond belief is refused before it is unpacked", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip",
             {{"bomb", std::string(17U << 20, '\0')}, {"zeros", std::string(15U << 20, '\0')}});
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(namesIn(zip) == std::vector<std::string>{"zeros"});
    REQUIRE(zip.refused().size() == 1);
    CHECK(zip.refused()[0].code == ErrorCode::FileTooLarge);
    CHECK(zip.refused()[0].path == folder / "a.zip" / "bomb");
    CHECK(readZipped({folder / "a.zip", "bomb"}).error().code == ErrorCode::FileTooLarge);
}

TEST_CASE("an archive that says it holds too much is refused as a whole", "[zip]") {
    const TemporaryFolder folder;
    const fs::path zip = folder / "a.zip";
    SECTION("by the sum of its files") {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 70; ++i)
            entries.push_back({std::to_string(i), "1"});
        writeZip(zip, entries);
        REQUIRE(ZipFile::open(zip).has_value());
        patchZip(zip, kZipListEntry, kZipUnpackedSizeAt, (256U << 20) - 1, 4);
        CHECK(refusalOf(zip) == ErrorCode::FileTooLarge);
    }
    SECTION("by the length of its list") {
        writeZip(zip, {{"one", "1"}});
        patchZip(zip, kZipEnd, kZipListSizeAt, 33U << 20, 4);
        CHECK(refusalOf(zip) == ErrorCode::FileTooLarge);
    }
    SECTION("by the length of its list in an archive for more than 4 GiB") {
        writeZip(zip, {{"one", "1"}});
        const std::string bytes = readBytes(zip);
        const std::size_t end = bytes.find(kZipEnd);
        std::string wide = std::string("PK\6\6", 4) + std::string(52, '\0');
        wide[44] = '\1'; // 4 GiB
        std::string locator = std::string("PK\6\7", 4) + std::string(16, '\0');
        for (std::size_t i = 0; i < 8; ++i)
            locator[8 + i] = static_cast<char>(end >> (8 * i) & 0xff);
        writeBytes(zip, bytes.substr(0, end) + wide + locator + bytes.substr(end));
        patchZip(zip, kZipEnd, kZipListSizeAt, 0xffffffff, 4);
        CHECK(refusalOf(zip) == ErrorCode::FileTooLarge);
    }
    SECTION("by their number") {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 20001; ++i)
            entries.push_back({std::to_string(i), ""});
        writeZip(zip, entries);
        CHECK(refusalOf(zip) == ErrorCode::FileTooLarge);
    }
}

TEST_CASE("a file that unpacks to another size than the list says is an error", "[zip]") {
    const TemporaryFolder folder;
    const auto said = GENERATE(std::uint64_t{500}, std::uint64_t{70000});
    writeZip(folder / "a.zip", {{"one", std::string(5000, 'x')}});
    patchZip(folder / "a.zip", kZipListEntry, kZipUnpackedSizeAt, said, 4);
    CHECK(readZipped({folder / "a.zip", "one"}).error().code == ErrorCode::FileMalformed);
}

TEST_CASE("a file that does not match its checksum is an error", "[zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"one", "text that is stored", [](zip_t* zip, zip_uint64_t index) {
                                     zip_set_file_compression(zip, index, ZIP_CM_STORE, 0);
                                 }}});
    std::string bytes = readBytes(folder / "a.zip");
    bytes[bytes.find("that is")] = 'T';
    writeBytes(folder / "a.zip", bytes);
    CHECK(readZipped({folder / "a.zip", "one"}).error().code == ErrorCode::FileMalformed);
}

TEST_CASE("an archive that was cut anywhere is an error, never a part", "[zip]") {
    const TemporaryFolder folder;
    std::string noise(2000, '\0');
    std::uint32_t state = 1;
    for (char& byte : noise)
        byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    writeZip(folder / "whole.zip", {{"one", noise}, {"two", noise}});
    const std::string whole = readBytes(folder / "whole.zip");
    for (std::size_t length = 4; length < whole.size(); length += 97) {
        CAPTURE(length);
        writeBytes(folder / "cut.zip", std::string_view(whole).substr(0, length));
        CHECK(refusalOf(folder / "cut.zip") == ErrorCode::FileTruncated);
    }
}

TEST_CASE("what is packed by another method is refused", "[zip]") {
    const TemporaryFolder folder;
    if (zip_compression_method_supported(ZIP_CM_BZIP2, 1) == 0)
        VERTESCORE_SKIP("this libzip cannot pack by bzip2");
    writeZip(folder / "a.zip", {{"one", std::string(5000, 'x'), [](zip_t* zip, zip_uint64_t index) {
                                     zip_set_file_compression(zip, index, ZIP_CM_BZIP2, 0);
                                 }}});
    const ZipFile zip = opened(folder / "a.zip");
    CHECK(zip.files().empty());
    REQUIRE(zip.refused().size() == 1);
    CHECK(zip.refused()[0].code == ErrorCode::UnsupportedFormat);
}
