// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/ArchivePath.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/ZipFiles.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> namesIn(const Archive& archive) {
    std::vector<std::string> names;
    for (const ArchivedFile& file : archive.files())
        names.push_back(file.name);
    return names;
}

Archive opened(const fs::path& path) {
    auto archive = Archive::open(path);
    if (!archive) FAIL(describeError(archive.error()));
    return std::move(*archive);
}

ErrorCode refusalOf(const fs::path& path) {
    const auto archive = Archive::open(path);
    REQUIRE_FALSE(archive.has_value());
    CHECK(archive.error().path == path);
    return archive.error().code;
}

void asLink(zip_t* zip, zip_uint64_t index) {
    zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, 0120777U << 16);
}

void encrypted(zip_t* zip, zip_uint64_t index) {
    zip_file_set_encryption(zip, index, ZIP_EM_AES_256, "secret");
}

} // namespace

TEST_CASE("the files of an archive are read by paths that lead through it", "[archive]") {
    const TemporaryFolder folder;
    const fs::path zip = folder / "a \xc3\xa4.zip";
    const std::string large(3'000'000, 'x');
    writeZip(zip, {{"b/two", large}, {"one", "1"}, {"b/", ""}});
    const Archive archive = opened(zip);
    CHECK(namesIn(archive) == std::vector<std::string>{"b/two", "one"});
    CHECK(archive.refused().empty());
    const auto path = splitArchivePath(zip / "b" / "two");
    REQUIRE(path);
    CHECK(path->archive == zip);
    CHECK(path->name == "b/two");
    CHECK(readArchived(*path) == large);
    CHECK(readArchivedStart(*path, 5) == "xxxxx");
    CHECK(readArchivedStart(*splitArchivePath(zip / "one"), 5) == "1");
    CHECK(readArchived(*path, 1000).error().code == ErrorCode::FileTooLarge);
    CHECK(readArchived({zip, "three"}).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("a path that leads through no archive is none of one", "[archive]") {
    const TemporaryFolder folder;
    writeBytes(folder / "text", "no archive");
    writeZip(folder / "a.zip", {{"one", "1"}});
    CHECK_FALSE(splitArchivePath(folder / "a.zip"));
    CHECK_FALSE(splitArchivePath(folder / "a.zip" / ""));
    CHECK_FALSE(splitArchivePath(folder / "text" / "one"));
    CHECK_FALSE(splitArchivePath(folder / "nowhere" / "one"));
    CHECK_FALSE(splitArchivePath("a.zip"));
}

TEST_CASE("names that lead out of an archive are refused, whichever separator they use", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"../up", "1"},
                                {"in/../../up", "1"},
                                {"/absolute", "1"},
                                {"..\\up", "1"},
                                {"C:\\up", "1"},
                                {"./in//plain..name", "1"}});
    const Archive archive = opened(folder / "a.zip");
    CHECK(namesIn(archive) == std::vector<std::string>{"in/plain..name"});
    REQUIRE(archive.refused().size() == 5);
    for (const Error& error : archive.refused())
        CHECK(error.code == ErrorCode::NotAllowed);
    CHECK(readArchived({folder / "a.zip", "in/plain..name"}) == "1");
    CHECK(readArchived({folder / "a.zip", "../up"}).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("links and devices in an archive are passed over", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"link", "/etc/passwd", asLink}, {"one", "1"}});
    const Archive archive = opened(folder / "a.zip");
    CHECK(namesIn(archive) == std::vector<std::string>{"one"});
    CHECK(archive.refused().empty());
}

TEST_CASE("encrypted files are refused once for the archive, and the others are read", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"a", "1", encrypted}, {"b", "2", encrypted}, {"c", "3"}});
    const Archive archive = opened(folder / "a.zip");
    CHECK(namesIn(archive) == std::vector<std::string>{"c"});
    REQUIRE(archive.refused().size() == 1);
    CHECK(archive.refused()[0].code == ErrorCode::FileUnreadable);
    CHECK(archive.refused()[0].path == folder / "a.zip");
    CHECK(archive.refused()[0].detail.find("2 files") != std::string::npos);
}

TEST_CASE("of two files of one name the first is read and the other refused", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"scan-a", "first"}, {"scan-b", "other"}});
    std::string bytes = readBytes(folder / "a.zip");
    for (std::size_t at = bytes.find("scan-b"); at != std::string::npos; at = bytes.find("scan-b"))
        bytes[at + 5] = 'a';
    writeBytes(folder / "a.zip", bytes);
    const Archive archive = opened(folder / "a.zip");
    CHECK(namesIn(archive) == std::vector<std::string>{"scan-a"});
    CHECK(readArchived({folder / "a.zip", "scan-a"}) == "first");
    REQUIRE(archive.refused().size() == 1);
    CHECK(archive.refused()[0].code == ErrorCode::DuplicateEntry);
}

TEST_CASE("a name that is no UTF-8 is one of code page 437", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"M\x81ller", "1"}});
    CHECK(namesIn(opened(folder / "a.zip")) == std::vector<std::string>{"M\xc3\xbcller"});
    CHECK(readArchived({folder / "a.zip", "M\xc3\xbcller"}) == "1");
}

TEST_CASE("a file that is packed beyond belief is refused before it is unpacked", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip",
             {{"bomb", std::string(17U << 20, '\0')}, {"zeros", std::string(15U << 20, '\0')}});
    const Archive archive = opened(folder / "a.zip");
    CHECK(namesIn(archive) == std::vector<std::string>{"zeros"});
    REQUIRE(archive.refused().size() == 1);
    CHECK(archive.refused()[0].code == ErrorCode::FileTooLarge);
    CHECK(archive.refused()[0].path == folder / "a.zip" / "bomb");
    CHECK(readArchived({folder / "a.zip", "bomb"}).error().code == ErrorCode::FileTooLarge);
}

TEST_CASE("an archive that says it holds too much is refused as a whole", "[archive]") {
    const TemporaryFolder folder;
    const fs::path zip = folder / "a.zip";
    SECTION("by the sum of its files") {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 70; ++i)
            entries.push_back({std::to_string(i), "1"});
        writeZip(zip, entries);
        REQUIRE(Archive::open(zip).has_value());
        patchZip(zip, kZipListEntry, kZipUnpackedSizeAt, (256U << 20) - 1, 4);
    }
    SECTION("by the length of its list") {
        writeZip(zip, {{"one", "1"}});
        patchZip(zip, kZipEnd, kZipListSizeAt, 33U << 20, 4);
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
    }
    SECTION("by their number") {
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 20001; ++i)
            entries.push_back({std::to_string(i), ""});
        writeZip(zip, entries);
    }
    CHECK(refusalOf(zip) == ErrorCode::FileTooLarge);
}

TEST_CASE("a file that unpacks to another size than the list says is an error", "[archive]") {
    const TemporaryFolder folder;
    const auto said = GENERATE(std::uint64_t{500}, std::uint64_t{70000});
    writeZip(folder / "a.zip", {{"one", std::string(5000, 'x')}});
    patchZip(folder / "a.zip", kZipListEntry, kZipUnpackedSizeAt, said, 4);
    CHECK(readArchived({folder / "a.zip", "one"}).error().code == ErrorCode::FileMalformed);
}

TEST_CASE("a file that does not match its checksum is an error", "[archive]") {
    const TemporaryFolder folder;
    writeZip(folder / "a.zip", {{"one", "text that is stored", [](zip_t* zip, zip_uint64_t index) {
                                     zip_set_file_compression(zip, index, ZIP_CM_STORE, 0);
                                 }}});
    std::string bytes = readBytes(folder / "a.zip");
    bytes[bytes.find("that is")] = 'T';
    writeBytes(folder / "a.zip", bytes);
    CHECK(readArchived({folder / "a.zip", "one"}).error().code == ErrorCode::FileMalformed);
}

TEST_CASE("an archive that was cut anywhere is an error, never a part", "[archive]") {
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

TEST_CASE("what is packed by another method is refused", "[archive]") {
    const TemporaryFolder folder;
    if (zip_compression_method_supported(ZIP_CM_BZIP2, 1) == 0)
        VERTESCORE_SKIP("this libzip cannot pack by bzip2");
    writeZip(folder / "a.zip", {{"one", std::string(5000, 'x'), [](zip_t* zip, zip_uint64_t index) {
                                     zip_set_file_compression(zip, index, ZIP_CM_BZIP2, 0);
                                 }}});
    const Archive archive = opened(folder / "a.zip");
    CHECK(archive.files().empty());
    REQUIRE(archive.refused().size() == 1);
    CHECK(archive.refused()[0].code == ErrorCode::UnsupportedFormat);
}
